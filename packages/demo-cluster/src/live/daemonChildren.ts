import { suffixOf } from './derive';
import { LiveContext } from './LiveContext';
import { LiveSource } from '../objects/LiveSource';
import { childName, childPod, Parent, templateLabels } from './Parent';
import { PodSpec, podTemplateOf } from './PodSpec';
import { fittingNodes } from './scheduling';

const daemonTolerations = [
  ['not-ready', 'NoExecute'],
  ['unreachable', 'NoExecute'],
  ['disk-pressure', 'NoSchedule'],
  ['memory-pressure', 'NoSchedule'],
  ['pid-pressure', 'NoSchedule'],
  ['unschedulable', 'NoSchedule'],
].map(([condition, effect]) => ({
  key: `node.kubernetes.io/${condition}`,
  operator: 'Exists',
  effect,
}));

/** One pod of a DaemonSet on every node that lets it in. */
export function podsOfDaemonSet(
  parent: Parent,
  context: LiveContext,
): LiveSource[] {
  const { spec } = podTemplateOf(parent.manifest);
  const labels = {
    ...templateLabels(parent.manifest),
    'controller-revision-hash': suffixOf(`${parent.root}/revision`, 10),
    'pod-template-generation': '1',
  };
  return fittingNodes(spec as PodSpec, context).map(node =>
    childPod(parent, parent.source, context, {
      ...childName(parent.source, node.name),
      labels,
      outcome: 'running',
      nodeName: node.name,
      tolerations: daemonTolerations,
    }),
  );
}
