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

/** Verdicts of kube-bench in all imports. */
export const kubeBenchVerdicts = memoByList(
  (imports: readonly ImportedDocument[]): KubeBenchVerdicts => {
    const byNumber = new Map<string, Map<string, ToolVerdict>>();
    let unreadable = 0;
    for (const one of oldestFirst(imports)) {
      const results = unlessMalformed(() => kubeBenchResults(one.document));
      if (!results) unreadable++;
      for (const [number, passed] of results ?? [])
        keep(byNumber, number, verdictOf(one, passed));
    }
    return { byNumber, unreadable };
  },
);

function oldestFirst(
  imports: readonly ImportedDocument[],
): readonly ImportedDocument[] {
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
