import { JsonObject, Labels, Manifest } from '../objects/Manifest';

const onePod: JsonObject = {
  containers: [{ name: 'web', image: 'nginx:1.29' }],
};

/** A ConfigMap: the simplest object that can be counted and changed. */
export function configMap(
  name: string,
  options: { namespace?: string; labels?: Labels; data?: Labels } = {},
): Manifest {
  const { namespace = 'shop', labels, data = {} } = options;
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace, ...(labels && { labels }) },
    data,
  };
}

/** A workload with one container, or the pod specification that is given. */
export function workload(
  kind: string,
  fields: { name?: string; spec?: JsonObject; pod?: JsonObject } = {},
): Manifest {
  const { name = 'web', spec, pod = onePod } = fields;
  const metadata = { name, namespace: 'shop' };
  const template = { metadata: { labels: { app: name } }, spec: pod };
  switch (kind) {
    case 'Pod':
      return { apiVersion: 'v1', kind, metadata, spec: pod };
    case 'ReplicationController':
      return { apiVersion: 'v1', kind, metadata, spec: { template, ...spec } };
    case 'Job':
      return {
        apiVersion: 'batch/v1',
        kind,
        metadata,
        spec: { template, ...spec },
      };
    case 'CronJob':
      return {
        apiVersion: 'batch/v1',
        kind,
        metadata,
        spec: {
          schedule: '0 3 * * *',
          jobTemplate: { spec: { template } },
          ...spec,
        },
      };
    default:
      return {
        apiVersion: 'apps/v1',
        kind,
        metadata,
        spec: {
          selector: { matchLabels: { app: name } },
          template,
          ...spec,
        },
      };
  }
}
