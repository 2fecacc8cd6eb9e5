import { JsonObject, Labels } from '../objects/Manifest';
import { suffixOf } from './derive';
import { LimitRangeItem, LiveContext } from './LiveContext';
import {
  Container,
  mapContainers,
  PodSpec,
  Resources,
  Toleration,
} from './PodSpec';

const tokenPath = '/var/run/secrets/kubernetes.io/serviceaccount';

const priorities: Record<string, number> = {
  'system-node-critical': 2000001000,
  'system-cluster-critical': 2000000000,
};

interface AdmittedPod {
  spec: PodSpec;
  /** What the admission plug-ins noted. */
  annotations: Labels;
}

/**
 * What the API server's admission does to a pod that templates do not show:
 * requests from limits, LimitRange defaults, service account, token volume,
 * priority, tolerations.
 *
 * @param id - makes the name of the token volume
 */
export function admitPod(
  spec: PodSpec,
  namespace: string,
  id: string,
  context: LiveContext,
): AdmittedPod {
  const ranges = (context.limitRanges.get(namespace) ?? []).filter(
    range => range.type === 'Container',
  );
  const limited = limitContainers(spec, ranges);
  const named = withServiceAccount(limited.spec, namespace, context);
  return {
    annotations: limited.annotations,
    spec: {
      enableServiceLinks: true,
      preemptionPolicy: 'PreemptLowerPriority',
      priority: priorities[spec.priorityClassName ?? ''] ?? 0,
      ...withToken(named, namespace, id, context),
      tolerations: withTolerations(spec.tolerations ?? []),
    },
  };
}

/** As `admitPod`, for the mirror of a static pod: it has no service account. */
export function admitMirrorPod(spec: PodSpec): AdmittedPod {
  return {
    annotations: {},
    spec: {
      enableServiceLinks: true,
      preemptionPolicy: 'PreemptLowerPriority',
      priority: priorities[spec.priorityClassName ?? ''] ?? 0,
      ...spec,
    },
  };
}

function limitContainers(spec: PodSpec, ranges: LimitRangeItem[]): AdmittedPod {
  const notes: string[] = [];
  const limited = mapContainers(spec, container => {
    const resources = limitResources(container.resources ?? {}, ranges);
    notes.push(...noteChanges(container, resources));
    return { ...container, resources };
  });
  const annotations: Labels =
    notes.length > 0
      ? {
          'kubernetes.io/limit-ranger': `LimitRanger plugin set: ${notes.join(
            '; ',
          )}`,
        }
      : {};
  return { spec: limited, annotations };
}

function limitResources(
  written: Resources,
  ranges: LimitRangeItem[],
): Resources {
  const limits = { ...merge(ranges, 'default'), ...written.limits };
  const requests = {
    ...limits,
    ...merge(ranges, 'defaultRequest'),
    ...written.limits,
    ...written.requests,
  };
  return {
    ...written,
    ...(hasEntries(limits) && { limits }),
    ...(hasEntries(requests) && { requests }),
  };
}

function merge(
  ranges: LimitRangeItem[],
  field: 'default' | 'defaultRequest',
): Labels {
  return Object.assign({}, ...ranges.map(range => range[field]));
}

function hasEntries(map: Labels): boolean {
  return Object.keys(map).length > 0;
}

function noteChanges(container: Container, after: Resources): string[] {
  const before = container.resources ?? {};
  const added = (field: 'limits' | 'requests') =>
    Object.keys(after[field] ?? {}).filter(
      key =>
        before[field]?.[key] === undefined &&
        before.limits?.[key] === undefined,
    );
  const note = (field: 'limits' | 'requests', word: string) => {
    const keys = added(field);
    return keys.length > 0
      ? [`${keys.join(', ')} ${word} for container ${container.name}`]
      : [];
  };
  return [...note('requests', 'request'), ...note('limits', 'limit')];
}

function withServiceAccount(
  spec: PodSpec,
  namespace: string,
  context: LiveContext,
): PodSpec {
  const name = spec.serviceAccountName ?? 'default';
  const account = context.serviceAccounts.get(`${namespace}/${name}`);
  const pullSecrets = account?.imagePullSecrets;
  return {
    ...(pullSecrets ? { imagePullSecrets: pullSecrets } : {}),
    ...spec,
    serviceAccountName: name,
    serviceAccount: name,
  };
}

function withToken(
  spec: PodSpec,
  namespace: string,
  id: string,
  context: LiveContext,
): PodSpec {
  const key = `${namespace}/${spec.serviceAccountName}`;
  const account = context.serviceAccounts.get(key);
  const automount =
    spec.automountServiceAccountToken ?? account?.automountServiceAccountToken;
  if (automount === false) {
    return spec;
  }
  const name = `kube-api-access-${suffixOf(`${id}/token`, 5)}`;
  const mounted = mapContainers(spec, container => mountToken(container, name));
  return { ...mounted, volumes: [...(spec.volumes ?? []), tokenVolume(name)] };
}

function mountToken(container: Container, name: string): Container {
  const mounts = container.volumeMounts ?? [];
  if (mounts.some(mount => mount.mountPath === tokenPath)) {
    return container;
  }
  const mount = { name, readOnly: true, mountPath: tokenPath };
  return { ...container, volumeMounts: [...mounts, mount] };
}

function tokenVolume(name: string) {
  const sources: JsonObject[] = [
    { serviceAccountToken: { expirationSeconds: 3607, path: 'token' } },
    {
      configMap: {
        name: 'kube-root-ca.crt',
        items: [{ key: 'ca.crt', path: 'ca.crt' }],
      },
    },
    {
      downwardAPI: {
        items: [
          {
            path: 'namespace',
            fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.namespace' },
          },
        ],
      },
    },
  ];
  return { name, projected: { sources, defaultMode: 420 } };
}

function withTolerations(written: Toleration[]): Toleration[] {
  const conditions = ['not-ready', 'unreachable'].map(
    condition => `node.kubernetes.io/${condition}`,
  );
  const missing = conditions.filter(
    key => !written.some(({ key: known }) => known === key || !known),
  );
  const added = missing.map(key => ({
    key,
    operator: 'Exists',
    effect: 'NoExecute',
    tolerationSeconds: 300,
  }));
  return [...written, ...added];
}
