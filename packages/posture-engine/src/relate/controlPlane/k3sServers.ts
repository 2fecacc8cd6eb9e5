import {
  K3S_ARGUMENTS,
  K3S_DEFAULTS,
  K3S_DERIVED_FLAGS,
  K3sComponent,
} from '../../data/k3sDefaults';
import { KubernetesObject } from '../../model/kubernetesObject';
import { memoByList } from '../memo';
import { nodeArguments } from '../nodeArguments';
import { flagsOf } from './commandLine';
import { Flag, FlaggedProgram, VALUE_FROM_ELSEWHERE } from './flagSource';

const ANNOTATION = 'k3s.io/node-args';
const PATH = `metadata.annotations[${ANNOTATION}]`;

/** A node that runs the control plane inside the process of k3s. */
export interface K3sServer {
  readonly node: KubernetesObject;
  /** The arguments of k3s itself. */
  readonly arguments: ReadonlyMap<string, Flag>;
}

/** The servers of k3s among nodes, by the arguments that k3s writes on its node. Throws MalformedInput where those are no list. */
export const k3sServers = memoByList(
  (nodes: readonly KubernetesObject[]): readonly K3sServer[] =>
    nodes.flatMap(node => {
      const args = nodeArguments(node, 'k3s');
      return args?.role === 'server' ? { node, arguments: args.flags } : [];
    }),
);

/** The program of one component inside k3s: what k3s gives it by itself, and what its arguments change. */
export function programOfK3s(
  server: K3sServer,
  component: K3sComponent,
): FlaggedProgram {
  const { name } = server.node.metadata;
  const handedOn = handedOnTo(server, component);
  return {
    place: `Node ${name}`,
    name: `the ${component} of ${name}`,
    flags: new Map([
      ...ownFlags(server, component),
      ...flagsOf(handedOn.map(text => ({ text: `--${text}`, path: PATH }))),
      ...handedOn.flatMap(changedFlag),
    ]),
    unsetPath: PATH,
    mayBeSet: flag => K3S_DERIVED_FLAGS.includes(flag),
  };
}

function ownFlags(
  server: K3sServer,
  component: K3sComponent,
): readonly (readonly [string, Flag])[] {
  const encryption = server.arguments.get('secrets-encryption');
  const encrypts =
    component === 'kube-apiserver' && encryption?.values.at(-1) === 'true';
  return Object.entries({
    ...K3S_DEFAULTS[component],
    ...(encrypts ? { 'encryption-provider-config': 'a file of k3s' } : {}),
  }).map(([flag, value]) => [flag, { values: [value], path: PATH }]);
}

/** `profiling=true`, as k3s takes it: without dashes. */
function handedOnTo(
  server: K3sServer,
  component: K3sComponent,
): readonly string[] {
  return K3S_ARGUMENTS[component]
    .flatMap(argument => server.arguments.get(argument)?.values ?? [])
    .map(text => text.replace(/^--/, ''));
}

const CHANGE = /^([\w.-]*\w)[+-]=/;

/** `enable-admission-plugins+=…` adds to what k3s sets itself: the value is not worked out here. */
function changedFlag(text: string): readonly (readonly [string, Flag])[] {
  const match = CHANGE.exec(text);
  return match
    ? [[match[1], { values: [VALUE_FROM_ELSEWHERE], path: PATH }]]
    : [];
}
