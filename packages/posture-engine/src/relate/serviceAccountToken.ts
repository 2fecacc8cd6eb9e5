import { KubernetesObject } from '../model/kubernetesObject';
import { Volume } from '../model/volume';
import { Workload } from '../model/workload';
import { unlessMalformed } from '../kit/unlessMalformed';
import { booleanAt } from '../read/typedReads';
import { findObject } from './findObject';
import { memoByList } from './memo';
import { addTo } from './addTo';

/** Name of the volume that admission adds to a pod for the token. */
const INJECTED_VOLUME = /^kube-api-access-[a-z0-9]{5}$/;

/** Audiences that API servers have: none, and the usual names of their issuer. */
const API_SERVER =
  /^$|^api$|^(?:https:\/\/)?kubernetes(?:\.default(?:\.svc(?:\.[a-z0-9.-]+)?)?)?\/?$/;

/** True where the pods of a workload get a token by automount, and who says so. */
export interface TokenAutomount {
  readonly mounted: boolean;
  readonly from: 'pod' | 'serviceAccount' | 'default';
}

const workloadsByAccount = memoByList((workloads: readonly Workload[]) => {
  const index = new Map<string, Workload[]>();
  for (const workload of workloads) {
    const name = unlessMalformed(() => serviceAccountOf(workload));
    if (name === undefined) continue;
    const key = `${workload.namespace}/${name}`;
    addTo(index, key, workload);
  }
  return index;
});

/** The account that a workload runs as: `default` where it names none. */
export function serviceAccountOf(workload: Workload): string {
  return workload.serviceAccountName ?? 'default';
}

/**
 * Whether a token is mounted without being asked for: the pod's own field, else the account's, else true.
 * `serviceAccounts` is only called where the pod is silent; an account that is not in the list has no field.
 * A running pod that carries the volume of admission has its token whatever the account says today.
 */
export function tokenAutomount(
  workload: Workload,
  serviceAccounts: () => readonly KubernetesObject[],
): TokenAutomount {
  const own = workload.automountServiceAccountToken;
  if (own !== undefined) return { mounted: own, from: 'pod' };
  if (workload.volumes.some(volume => isInjected(volume, workload)))
    return { mounted: true, from: 'default' };
  const account = findServiceAccount(
    workload.namespace,
    serviceAccountOf(workload),
    serviceAccounts(),
  );
  const field =
    account &&
    booleanAt(
      account,
      'automountServiceAccountToken',
      `ServiceAccount ${account.metadata.name}`,
    );
  return field === undefined
    ? { mounted: true, from: 'default' }
    : { mounted: field, from: 'serviceAccount' };
}

/** Volumes that project a token because the author asked for it: not the one that admission adds to a pod. */
export function explicitTokenVolumes(workload: Workload): readonly Volume[] {
  return workload.volumes.filter(
    volume =>
      volume.projectsServiceAccountToken && !isInjected(volume, workload),
  );
}

/** The account of this name, or undefined. */
export function findServiceAccount(
  namespace: string,
  name: string,
  serviceAccounts: readonly KubernetesObject[],
): KubernetesObject | undefined {
  return findObject(serviceAccounts, namespace, name);
}

function isInjected(volume: Volume, workload: Workload): boolean {
  return (
    workload.subject.kind === 'Pod' &&
    volume.projectsServiceAccountToken &&
    INJECTED_VOLUME.test(volume.name ?? '')
  );
}

/**
 * True where a workload has a token that the API server takes: by automount, or projected for it.
 * `serviceAccounts` is only called where the pod says nothing of automount.
 */
export function hasApiToken(
  workload: Workload,
  serviceAccounts: () => readonly KubernetesObject[],
): boolean {
  return (
    workload.volumes.some(({ tokenAudiences }) =>
      tokenAudiences.some(audience => API_SERVER.test(audience)),
    ) || tokenAutomount(workload, serviceAccounts).mounted
  );
}

/** The workloads that run as a service account. One whose account cannot be read is nobody's. */
export function workloadsOfAccount(
  workloads: readonly Workload[],
  namespace: string,
  name: string,
): readonly Workload[] {
  return workloadsByAccount(workloads).get(`${namespace}/${name}`) ?? [];
}
