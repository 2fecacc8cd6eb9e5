import {
  describeBinding,
  describeCluster,
  DescribedBinding,
  DescribedCluster,
  DescribedNamespace,
  DescribedNode,
  describeNamespace,
  describeNode,
  SubjectBesideWorkloads,
} from 'security-posture-engine';
import { AccountFacts, accountFactsOf } from './accountFacts';
import type { JudgingInput } from './judgeInventory';
import { factsOfImage, SubjectFacts } from './subjectFacts';

/** What is kept of a subject that is no workload, beside its findings. */
export type OtherFacts =
  | AccountFacts
  | SubjectFacts
  | DescribedBinding
  | DescribedCluster
  | DescribedNamespace
  | DescribedNode;

/** The facts of a subject that is no workload. */
export function describeOther(
  judged: SubjectBesideWorkloads,
  { inventory, settings, tables, now }: JudgingInput,
): OtherFacts | undefined {
  if ('uses' in judged) return factsOfImage(judged);
  if (!('object' in judged)) return describeCluster(inventory, tables, now);
  switch (judged.subject.type) {
    case 'namespace':
      return describeNamespace(judged.object, inventory, settings);
    case 'node':
      return describeNode(judged.object, tables, now);
    case 'roleBinding':
      return describeBinding(judged.object);
    case 'serviceAccount':
      return accountFactsOf(judged.subject, inventory, tables);
    default:
      return undefined;
  }
}
