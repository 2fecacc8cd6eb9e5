import { ControlContext } from '../../model/control';
import { KubernetesObject } from '../../model/kubernetesObject';
import { Workload } from '../../model/workload';
import { memoByList } from '../memo';

const workloadsByPlace = memoByList(
  (workloads: readonly Workload[]): ReadonlyMap<string, Workload> =>
    new Map(
      workloads.map(workload => [
        `${workload.subject.kind} ${workload.namespace}/${workload.subject.name}`,
        workload,
      ]),
    ),
);

/** The lists that tell what runs where. */
export type GuestNeed = 'livePods' | 'workloads';

/** A workload with a pod on a node that is not meant for it. */
export interface Guest {
  /** `Deployment shop/web` */
  readonly place: string;
  readonly nodeName: string;
  /** Ref of an entity that it belongs to; undefined where it belongs to none, or no catalog is known. */
  readonly entity?: string;
}

/** Workloads with pods on these nodes, each once: those of an entity, and others outside the namespaces of the system. */
export function guestsOf(
  nodes: readonly KubernetesObject[],
  { inventory, settings, entitiesOf }: ControlContext<GuestNeed>,
): readonly Guest[] {
  const names = new Set(nodes.map(({ metadata }) => metadata.name));
  const workloads = workloadsByPlace(inventory.workloads);
  const guests = new Map<string, Guest>();
  for (const { nodeName, namespace, owner } of inventory.livePods) {
    const place = `${owner.kind} ${namespace}/${owner.name}`;
    if (!nodeName || !names.has(nodeName) || guests.has(place)) continue;
    const subject = workloads.get(place)?.subject;
    const entity = subject && entitiesOf?.(subject)[0]?.ref;
    if (entity === undefined && settings.systemNamespaces.includes(namespace))
      continue;
    guests.set(place, { place, nodeName, ...(entity ? { entity } : {}) });
  }
  return [...guests.values()];
}
