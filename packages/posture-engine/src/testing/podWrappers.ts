import { KubernetesObject } from '../model/kubernetesObject';

/** Makes an object of each kind that runs pods around a pod spec and the metadata of its template. */
export const POD_WRAPPERS: Record<
  string,
  (podSpec: unknown, metadata: unknown) => KubernetesObject
> = {
  Pod: (spec, metadata) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { ...(metadata as object), name: 'web', namespace: 'shop' },
    spec,
  }),
  StatefulSet: (spec, metadata) =>
    controller('apps/v1', 'StatefulSet', { template: { metadata, spec } }),
  DaemonSet: (spec, metadata) =>
    controller('apps/v1', 'DaemonSet', { template: { metadata, spec } }),
  Job: (spec, metadata) =>
    controller('batch/v1', 'Job', { template: { metadata, spec } }),
  CronJob: (spec, metadata) =>
    controller('batch/v1', 'CronJob', {
      jobTemplate: { spec: { template: { metadata, spec } } },
    }),
};

function controller(
  apiVersion: string,
  kind: string,
  spec: object,
): KubernetesObject {
  return {
    apiVersion,
    kind,
    metadata: { name: 'web', namespace: 'shop' },
    spec,
  };
}
