import { numberOf } from './derive';
import { LiveContext, NodeFacts } from './LiveContext';
import { PodSpec, Toleration } from './PodSpec';

/** The nodes whose labels and taints let a pod in. */
export function fittingNodes(spec: PodSpec, context: LiveContext): NodeFacts[] {
  const wanted = Object.entries(spec.nodeSelector ?? {});
  return context.nodes.filter(
    node =>
      wanted.every(([key, value]) => node.labels[key] === value) &&
      node.taints
        .filter(taint => taint.effect !== 'PreferNoSchedule')
        .every(taint => isTolerated(taint, spec.tolerations ?? [])),
  );
}

/** The node of one pod: always the same for the same id; undefined if none fits. */
export function chooseNode(
  spec: PodSpec,
  id: string,
  context: LiveContext,
): string | undefined {
  if (spec.nodeName) {
    return spec.nodeName;
  }
  const nodes = fittingNodes(spec, context);
  return nodes[numberOf(`${id}/node`) % nodes.length]?.name;
}

function isTolerated(taint: Toleration, tolerations: Toleration[]): boolean {
  return tolerations.some(
    ({ key, operator, effect, value }) =>
      (key === taint.key || (!key && operator === 'Exists')) &&
      (operator === 'Exists' || (value ?? '') === (taint.value ?? '')) &&
      (!effect || effect === taint.effect),
  );
}
