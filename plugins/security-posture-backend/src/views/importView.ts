import { ImportView } from 'backstage-plugin-security-posture-common';
import { ImportRecord } from '../database/ImportStore';
import { isoTime } from './isoTime';

/** A document that was posted, without what it says. */
export function importView(record: ImportRecord): ImportView {
  const { cluster, kind, node, receivedAt, receivedBy } = record;
  return {
    cluster,
    kind,
    ...(node ? { node } : {}),
    receivedAt: isoTime(receivedAt),
    receivedBy,
  };
}
