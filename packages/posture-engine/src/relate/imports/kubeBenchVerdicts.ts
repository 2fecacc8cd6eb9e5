import { CisRecommendation, DataTable } from '../../model/dataTables';
import { ImportedDocument } from '../../model/evidence';
import { unlessMalformed } from '../../kit/unlessMalformed';
import { kubeBenchResults } from '../../read/kubeBench';
import { memoByList } from '../memo';
import { placeOfNode, ToolVerdict, WHOLE_CLUSTER } from './toolVerdict';

/** What imported documents of kube-bench say. */
export interface KubeBenchVerdicts {
  /** By number in CIS 1.12, then by place: the newest. */
  readonly byNumber: ReadonlyMap<string, ReadonlyMap<string, ToolVerdict>>;
  /** How many documents cannot be parsed. */
  readonly unreadable: number;
}

type Imports = readonly ImportedDocument[];
type CisTable = DataTable<CisRecommendation>;

const byTable = new WeakMap<
  CisTable,
  (imports: Imports) => KubeBenchVerdicts
>();

/** Verdicts of kube-bench in all imports, of every edition whose numbers the table knows. */
export function kubeBenchVerdicts(
  imports: Imports,
  table: CisTable,
): KubeBenchVerdicts {
  let verdicts = byTable.get(table);
  if (!verdicts) {
    verdicts = memoByList((list: Imports) => readVerdicts(list, table));
    byTable.set(table, verdicts);
  }
  return verdicts(imports);
}

function readVerdicts(imports: Imports, table: CisTable): KubeBenchVerdicts {
  const byNumber = new Map<string, Map<string, ToolVerdict>>();
  let unreadable = 0;
  for (const one of oldestFirst(imports)) {
    const results = unlessMalformed(() =>
      kubeBenchResults(one.document, table),
    );
    if (!results) unreadable++;
    for (const [number, passed] of results ?? [])
      keep(byNumber, number, verdictOf(one, passed));
  }
  return { byNumber, unreadable };
}

function oldestFirst(imports: Imports): Imports {
  return imports
    .filter(({ kind }) => kind === 'kube-bench')
    .sort((one, other) => one.receivedAt - other.receivedAt);
}

function keep(
  byNumber: Map<string, Map<string, ToolVerdict>>,
  number: string,
  verdict: ToolVerdict,
): void {
  const known = byNumber.get(number);
  if (known) known.set(verdict.place, verdict);
  else byNumber.set(number, new Map([[verdict.place, verdict]]));
}

function verdictOf(
  { node, receivedAt }: ImportedDocument,
  passed: boolean,
): ToolVerdict {
  return {
    passed,
    ...(node ? { node } : {}),
    place: node ? placeOfNode(node) : WHOLE_CLUSTER,
    reportedAt: receivedAt,
  };
}
