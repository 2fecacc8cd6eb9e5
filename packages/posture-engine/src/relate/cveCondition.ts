import { unlessMalformed } from '../kit/unlessMalformed';
import { CveCondition } from '../model/dataTables';
import { InventoryLists } from '../model/control';
import { Workload } from '../model/workload';
import { nodeInfoOf } from './nodeInfo';
import { memoByList } from './memo';

/** The lists that say whether a vulnerability matters. */
export type ConditionLists = Pick<
  InventoryLists,
  'nodes' | 'storageClasses' | 'workloads' | 'servedResources'
>;

const PORTWORX = 'kubernetes.io/portworx-volume';
const DEVICES = 'resource.k8s.io';

const hasWindowsNode = memoByList((nodes: ConditionLists['nodes']) =>
  nodes.some(node => unlessMalformed(() => nodeInfoOf(node).isWindows)),
);

const usesGitRepo = memoByList((workloads: readonly Workload[]) =>
  workloads.some(workload =>
    unlessMalformed(() =>
      workload.volumes.some(({ source }) => source === 'gitRepo'),
    ),
  ),
);

/** Whether a condition holds in a cluster. Throws MissingInput where the list that tells was not read. */
export function conditionHolds(
  condition: CveCondition,
  lists: ConditionLists,
): boolean {
  switch (condition) {
    case 'windowsNode':
      return hasWindowsNode(lists.nodes);
    case 'portworxStorageClass':
      return lists.storageClasses.some(
        ({ provisioner }) => provisioner === PORTWORX,
      );
    case 'gitRepoVolume':
      return usesGitRepo(lists.workloads);
    default:
      return lists.servedResources.some(({ group }) => group === DEVICES);
  }
}
