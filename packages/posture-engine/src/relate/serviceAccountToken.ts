import { KubernetesObject } from '../model/kubernetesObject';
import { Volume } from '../model/volume';
import { Workload } from '../model/workload';
import { booleanAt } from '../read/typedReads';
import { memoByList } from './memo';

/** Name of the volume that admission adds to a pod for the token. */
const INJECTED_VOLUME = /^kube-api-access-[a-z0-9]{5}$/;

/** True where the pods of a workload get a token by automount, and who says so. */
export interface TokenAutomount {
  readonly mounted: boolean;
  readonly from: 'pod' | 'serviceAccount' | 'default';
}

const accountsByKey = memoByList(
  (
    accounts: readonly KubernetesObject[],
  ): ReadonlyMap<string, KubernetesObject> =>
    new Map(
      accounts.map(account => [
        `${account.metadata.namespace ?? 'default'}/${account.metadata.name}`,
        account,
      ]),
    ),
);

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
  return accountsByKey(serviceAccounts).get(`${namespace}/${name}`);
}

function isInjected(volume: Volume, workload: Workload): boolean {
  return (
    workload.subject.kind === 'Pod' &&
    volume.projectsServiceAccountToken &&
    INJECTED_VOLUME.test(volume.name ?? '')
  );
}
