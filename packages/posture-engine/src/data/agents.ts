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

/**
 * Those of the programs whose image this is. Images are told by the end of their repository, so that a mirror's prefix
 * and the tag do not matter; what is no image reference is nobody's. Remembered: the same images are asked about for every workload.
 */
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
    found = matching(agents, image);
    known.set(image, found);
  }
  return found;
}

/** Those of the programs whose image, or else workload, this is. */
export function agentsAt(
  agents: readonly Agent[],
  { image, namespace, name }: AgentPlace,
): readonly Agent[] {
  const ofImage = image === undefined ? [] : agentsOfImage(agents, image);
  const workload = `${namespace}/${name}`;
  return agents.filter(
    agent => ofImage.includes(agent) || agent.workloads?.includes(workload),
  );
}

function matching(agents: readonly Agent[], image: string): readonly Agent[] {
  const parts = partsOf(image);
  if (!parts) return [];
  return agents.filter(agent =>
    patternsOf(agent).some(pattern => endsIn(parts, pattern)),
  );
}

const patternsByAgent = new WeakMap<Agent, readonly Pattern[]>();

/** The images of a program as parts of paths, split once. */
function patternsOf(agent: Agent): readonly Pattern[] {
  let patterns = patternsByAgent.get(agent);
  if (!patterns) {
    patterns = agent.images.map(image => image.split('/').map(partOf));
    patternsByAgent.set(agent, patterns);
  }
  return patterns;
}

/** `registry.example.com/mirror/cilium/cilium:v1` as its parts, without tag and digest. */
function partsOf(image: string): readonly string[] | undefined {
  const reference = parseImageReference(image);
  return reference && [reference.registry, ...reference.repository.split('/')];
}

/** A pattern is whole parts of a path; a part may end in `*`. */
type Pattern = readonly PatternPart[];

interface PatternPart {
  readonly text: string;
  /** True where more may follow. */
  readonly isPrefix: boolean;
}

function partOf(written: string): PatternPart {
  return written.endsWith('*')
    ? { text: written.slice(0, -1), isPrefix: true }
    : { text: written, isPrefix: false };
}

function endsIn(parts: readonly string[], pattern: Pattern): boolean {
  const start = parts.length - pattern.length;
  return (
    start >= 0 &&
    pattern.every(({ text, isPrefix }, index) => {
      const part = parts[start + index];
      return isPrefix ? part.startsWith(text) : part === text;
    })
  );
}
