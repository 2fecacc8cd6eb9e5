import { ControlPlaneComponent } from '../../data/flagRule';
import { unlessMissing } from '../../kit/unlessMissing';
import { ControlContext } from '../../model/control';
import { ApiServerFlags } from '../../model/evidence';
import { KubernetesObject } from '../../model/kubernetesObject';
import { FlaggedProgram, FlagSource } from './flagSource';
import { k3sServers, programOfK3s } from './k3sServers';
import { sensedFlags } from './sensedFlags';
import { programOfPod, runsComponent } from './staticPodFlags';

/** The lists that flags are read from. */
export const FLAG_SOURCE_NEEDS = [
  'staticPods',
  'apiServerFlags',
  'nodes',
  'kubescapeControlPlaneInfos',
] as const;

/** What a control has to declare to ask for flags. */
export type FlagSourceNeed = (typeof FLAG_SOURCE_NEEDS)[number];

/**
 * The flags of every program of a component, from the first source that has them: static pods, `/flagz` of the API server,
 * the arguments that k3s writes on its nodes, the process lists of Kubescape's sensor. Undefined where none has.
 * The ConfigMap of kubeadm is none of them: it says what was declared once, and where kubeadm is there are static pods.
 * What a source holds that was not read is skipped. Throws MalformedInput where a source cannot be parsed.
 */
export function controlPlaneFlags(
  context: ControlContext<FlagSourceNeed>,
  component: ControlPlaneComponent,
): FlagSource | undefined {
  const { inventory } = context;
  return (
    fromStaticPods(
      unlessMissing(() => inventory.staticPods),
      component,
    ) ??
    fromFlagz(
      unlessMissing(() => inventory.apiServerFlags),
      component,
    ) ??
    fromK3s(
      unlessMissing(() => inventory.nodes),
      component,
    ) ??
    sensedFlags(
      unlessMissing(() => inventory.kubescapeControlPlaneInfos),
      component,
      context.now,
    )
  );
}

/** `1 node`, `3 nodes` */
function countOf(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}

function fromStaticPods(
  pods: readonly KubernetesObject[] = [],
  component: ControlPlaneComponent,
): FlagSource | undefined {
  const programs = pods
    .filter(pod => runsComponent(pod, component))
    .map(pod => programOfPod(pod, component));
  return sourceOf(
    programs,
    `from the static pods of ${countOf(programs.length, 'node')}`,
  );
}

function fromFlagz(
  [answer]: readonly ApiServerFlags[] = [],
  component: ControlPlaneComponent,
): FlagSource | undefined {
  if (!answer || component !== 'kube-apiserver') return undefined;
  const flags = Object.entries(answer.flags)
    .filter(([, value]) => value !== '' && value !== '[]')
    .map(
      ([name, value]) =>
        [
          name,
          { values: [value], path: `/flagz ${name}`, shown: true },
        ] as const,
    );
  const program = {
    place: 'API server',
    name: 'the API server',
    flags: new Map(flags),
    unsetPath: '/flagz',
    mayBeSet: () => false,
  };
  return sourceOf([program], 'from /flagz');
}

function fromK3s(
  nodes: readonly KubernetesObject[] = [],
  component: ControlPlaneComponent,
): FlagSource | undefined {
  if (component === 'etcd') return undefined;
  const programs = k3sServers(nodes).map(server =>
    programOfK3s(server, component),
  );
  return sourceOf(
    programs,
    `from the arguments of k3s on ${countOf(
      programs.length,
      'node',
    )}, and what it sets by itself`,
  );
}

function sourceOf(
  programs: readonly FlaggedProgram[],
  note: string,
): FlagSource | undefined {
  return programs.length === 0 ? undefined : { programs, note };
}
