import { ResourceView } from 'backstage-plugin-security-posture-common';
import { FindingRecord } from '../database/records';

/** The object that a finding is about. */
export function resourceView({
  cluster,
  subject,
}: Pick<FindingRecord, 'cluster' | 'subject'>): ResourceView {
  return {
    cluster,
    apiVersion: subject.apiVersion,
    kind: subject.kind,
    ...(subject.namespace ? { namespace: subject.namespace } : {}),
    name: subject.name,
    ...(subject.title ? { title: subject.title } : {}),
  };
}
