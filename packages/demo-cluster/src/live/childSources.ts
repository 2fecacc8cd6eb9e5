import { ManifestSource } from '../objects/ManifestSource';
import { childrenOfCronJob, jobPods } from './jobChildren';
import { childrenOfDeployment, replicaPods } from './replicaChildren';
import { childrenOfStatefulSet } from './statefulChildren';
import { isBuiltIn } from './defaultObject';
import { LiveContext } from './LiveContext';
import { LiveSource } from '../objects/LiveSource';
import { Parent } from './Parent';
import { podsOfDaemonSet } from './daemonChildren';

type ChildrenOf = (parent: Parent, context: LiveContext) => LiveSource[];

const childrenOfKind: Partial<Record<string, ChildrenOf>> = {
  Deployment: childrenOfDeployment,
  ReplicaSet: (parent, context) => replicaPods(parent, parent.source, context),
  ReplicationController: (parent, context) =>
    replicaPods(parent, parent.source, context),
  StatefulSet: childrenOfStatefulSet,
  DaemonSet: podsOfDaemonSet,
  Job: (parent, context) => jobPods(parent, parent.source, context),
  CronJob: childrenOfCronJob,
};

/** What the controllers of Kubernetes make for a workload: none for other kinds. */
export function childSources(
  source: ManifestSource,
  root: string,
  context: LiveContext,
): LiveSource[] {
  const childrenOf = isBuiltIn(source) && childrenOfKind[source.kind];
  return childrenOf
    ? childrenOf({ source, manifest: source.read(), root }, context)
    : [];
}

/** How many pods a workload has among these objects. */
export function countPods(sources: readonly LiveSource[]): number {
  return sources.filter(source => source.kind === 'Pod').length;
}
