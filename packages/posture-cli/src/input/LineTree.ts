import { Alias, isMap, isScalar, isSeq, Pair } from 'yaml';
import { DocumentError } from './DocumentError';
import { yamlProblem } from './yamlProblem';

const MERGE = '<<';

/** The lines of a YAML node and of what is in it. */
export interface LineTree {
  /** 1-based, in the file: of its key, or where it has none of its own beginning. */
  readonly line: number;
  readonly keys?: ReadonlyMap<string, LineTree>;
  readonly items?: readonly LineTree[];
}

/**
 * The lines of a node; `lineAt` answers that of an offset.
 * An alias is where it stands, not what it stands for. Throws DocumentError where a key stands twice in one map.
 */
export function lineTreeOf(
  node: unknown,
  lineAt: (offset: number) => number,
  ownLine = lineOfNode(node, lineAt),
): LineTree {
  if (isSeq(node)) {
    const items = node.items.map(item => lineTreeOf(item, lineAt));
    return { line: ownLine, items };
  }
  if (!isMap(node)) return { line: ownLine };
  const keys = new Map<string, LineTree>();
  for (const pair of node.items) addPair(keys, pair, lineAt);
  return { line: ownLine, keys };
}

/** The line of a dotted and indexed path, or of its nearest parent that is there. */
export function lineOfPath(tree: LineTree, path: string): number {
  const step = path ? nextStep(tree, path) : undefined;
  return step ? lineOfPath(step.tree, step.rest) : tree.line;
}

function addPair(
  keys: Map<string, LineTree>,
  { key, value }: Pair,
  lineAt: (offset: number) => number,
): void {
  const name = isScalar(key) ? String(key.value) : '';
  const line = lineOfNode(key, lineAt);
  if (keys.has(name) && name !== MERGE)
    throw new DocumentError(yamlProblem('DUPLICATE_KEY'), line);
  keys.set(name, lineTreeOf(value, lineAt, line));
}

function lineOfNode(node: unknown, lineAt: (offset: number) => number): number {
  const range =
    isMap(node) || isSeq(node) || isScalar(node) || node instanceof Alias
      ? node.range
      : undefined;
  return lineAt(range?.[0] ?? 0);
}

/** One key or index further along the path. Keys may hold dots: the longest that fits is taken. */
function nextStep(
  { keys, items }: LineTree,
  path: string,
): { readonly tree: LineTree; readonly rest: string } | undefined {
  const index = /^\[(\d+)\]\.?/.exec(path);
  if (index) {
    const item = items?.[Number(index[1])];
    return item && { tree: item, rest: path.slice(index[0].length) };
  }
  const key = longestKey(keys, path);
  if (key === undefined) return undefined;
  const rest = path.slice(key.length).replace(/^\./, '');
  return { tree: keys!.get(key)!, rest };
}

function longestKey(keys: LineTree['keys'], path: string): string | undefined {
  let longest: string | undefined;
  for (const key of keys?.keys() ?? []) {
    const fits =
      path.startsWith(key) && ['', '.', '['].includes(path.charAt(key.length));
    if (fits && key.length > (longest?.length ?? 0)) longest = key;
  }
  return longest;
}
