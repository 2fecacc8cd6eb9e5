import {
  ClusterReadError,
  RawObject,
} from 'backstage-plugin-security-posture-node';
import { KubernetesObject, toKubernetesObject } from 'security-posture-engine';
import { keep } from '../keep';
import { KEPT_OF_REPORTS, KEPT_OF_STATUS } from './keptFields';
import { withoutContents } from './withoutContents';

const HOST_DATA = 'hostdata.kubescape.cloud/';

/**
 * An object of a list as the engine keeps it: without managed fields, the last applied configuration, all of its status but what
 * rules read, and of reports without what would fill the memory or must not be kept.
 * Throws `parseError` for what is no object with a name.
 */
export function ingestObject(raw: RawObject): KubernetesObject {
  const status = Object.hasOwn(KEPT_OF_STATUS, raw.kind)
    ? KEPT_OF_STATUS[raw.kind]
    : undefined;
  const reduced = reduceReport(raw);
  const object = toKubernetesObject(
    status ? { ...reduced, status: keep(raw.status, status) } : reduced,
    { keepStatus: status !== undefined },
  );
  if (!object)
    throw new ClusterReadError(`an object of kind ${raw.kind} has no name`, {
      reason: 'parseError',
    });
  return object;
}

function reduceReport(raw: RawObject): RawObject {
  const { apiVersion, kind, metadata } = raw;
  if (apiVersion.startsWith(HOST_DATA))
    return { ...withoutContents(raw), apiVersion, kind };
  if (!Object.hasOwn(KEPT_OF_REPORTS, kind)) return raw;
  return {
    ...(keep(raw, KEPT_OF_REPORTS[kind]) as object),
    metadata,
    apiVersion,
    kind,
  };
}
