import { KubernetesObject } from '../model/kubernetesObject';
import { MalformedInput } from '../read/malformedInput';
import { flagsOf } from './controlPlane/commandLine';
import { Flag } from './controlPlane/flagSource';

/** Distributions that write the arguments of their one program on their nodes. */
export type AnnotatingProgram = 'k3s' | 'rke2';

/** The arguments that a distribution's program was started with on a node. */
export interface NodeArguments {
  /** `server` or `agent` */
  readonly role: string;
  readonly flags: ReadonlyMap<string, Flag>;
  /** Where they stand on the node. */
  readonly path: string;
}

/** The arguments that k3s or RKE2 writes on its node; undefined on other nodes. Throws MalformedInput where they are no list. */
export function nodeArguments(
  { metadata }: KubernetesObject,
  program: AnnotatingProgram,
): NodeArguments | undefined {
  const annotation = `${program}.io/node-args`;
  const path = `metadata.annotations[${annotation}]`;
  const text = metadata.annotations?.[annotation];
  if (typeof text !== 'string') return undefined;
  const args = parse(text);
  if (!isListOfStrings(args))
    throw new MalformedInput(path, 'a list of strings in JSON', 'a string');
  return {
    role: args[0] ?? '',
    flags: flagsOf(joined(args).map(argument => ({ text: argument, path }))),
    path,
  };
}

/** Arguments that hand a flag on: `--kubelet-arg`. */
const HANDS_ON = /^--[a-z-]+-arg$/;

/** k3s writes `--kubelet-arg=--v=2` as two words, of which the second is no argument of its own. */
function joined(args: readonly string[]): readonly string[] {
  return args.flatMap((arg, index) => {
    if (HANDS_ON.test(args[index - 1] ?? '')) return [];
    const next = args[index + 1];
    return HANDS_ON.test(arg) && next !== undefined ? `${arg}=${next}` : arg;
  });
}

/** `--kubelet-arg=anonymous-auth=true`: the flags that an argument hands on, once per flag. */
export function flagsHandedOn(
  { flags, path }: NodeArguments,
  ...names: readonly string[]
): ReadonlyMap<string, Flag> {
  const values = names.flatMap(name => flags.get(name)?.values ?? []);
  return flagsOf(
    values.map(value => ({ text: `--${value.replace(/^--/, '')}`, path })),
  );
}

function isListOfStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(item => typeof item === 'string');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
