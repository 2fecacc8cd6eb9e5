import { Agent, AgentKind, DataTable } from '../model/dataTables';
import { parseImageReference } from '../read/imageReference';

/** Where a program may be recognised: by its image, or by the workload that a platform runs it as. */
export interface AgentPlace {
  readonly image?: string;
  /** Namespace and name of the workload. */
  readonly namespace?: string;
  readonly name?: string;
}

const byKind = new WeakMap<
  DataTable<Agent>,
  Map<AgentKind, readonly Agent[]>
>();

/** The programs of a kind. The same table and kind give the same list. */
export function agentsOf(
  table: DataTable<Agent>,
  kind: AgentKind,
): readonly Agent[] {
  const known = byKind.get(table) ?? new Map<AgentKind, readonly Agent[]>();
  byKind.set(table, known);
  const agents =
    known.get(kind) ?? table.rows.filter(({ kinds }) => kinds.includes(kind));
  known.set(kind, agents);
  return agents;
}

/** Images that are remembered for each list of programs: far more than a cluster has. */
const MOST_IMAGES = 20_000;

const byImage = new WeakMap<readonly Agent[], Map<string, readonly Agent[]>>();

/** As `agentsAt`, of an image alone. Remembered: the same images are asked about for every workload. */
export function agentsOfImage(
  agents: readonly Agent[],
  image: string,
): readonly Agent[] {
  let known = byImage.get(agents);
  if (!known || known.size > MOST_IMAGES) {
    known = new Map();
    byImage.set(agents, known);
  }
  let found = known.get(image);
  if (!found) {
    found = agentsAt(agents, { image });
    known.set(image, found);
  }
  return found;
}

/**
 * Those of the programs whose image, or else workload, this is.
 * Images are told by the end of their repository, so that a mirror's prefix and the tag do not matter;
 * what is no image reference is nobody's.
 */
export function agentsAt(
  agents: readonly Agent[],
  { image, namespace, name }: AgentPlace,
): readonly Agent[] {
  const parts = image === undefined ? undefined : partsOf(image);
  const workload = `${namespace}/${name}`;
  return agents.filter(
    ({ images, workloads }) =>
      (parts && images.some(pattern => endsIn(parts, pattern))) ||
      workloads?.includes(workload),
  );
}

/** `registry.example.com/mirror/cilium/cilium:v1` as its parts, without tag and digest. */
function partsOf(image: string): readonly string[] | undefined {
  const reference = parseImageReference(image);
  return reference && [reference.registry, ...reference.repository.split('/')];
}

/** A pattern is whole parts of a path; a part may end in `*`. */
function endsIn(parts: readonly string[], pattern: string): boolean {
  const wanted = pattern.split('/');
  const start = parts.length - wanted.length;
  return (
    start >= 0 &&
    wanted.every((want, index) => isPart(parts[start + index], want))
  );
}

function isPart(part: string, wanted: string): boolean {
  return wanted.endsWith('*')
    ? part.startsWith(wanted.slice(0, -1))
    : part === wanted;
}
