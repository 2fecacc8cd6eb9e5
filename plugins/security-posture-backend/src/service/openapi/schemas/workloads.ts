import { count, listOf, object, ref, Schema, text, time } from '../kit';

/** Workloads of an entity and what they may do. */
export const workloadSchemas: Readonly<Record<string, Schema>> = {
  WorkloadView: object({
    resource: ref('ResourceView'),
    images: listOf(text),
    'serviceAccount?': text,
    firstSeenAt: time,
    outcomes: object({
      pass: count,
      fail: count,
      notApplicable: count,
      notEvaluated: count,
    }),
    failing: ref('SeverityCounts'),
    'worst?': ref('Severity'),
  }),
  WorkloadsResponse: object({
    items: listOf(ref('WorkloadView')),
    total: count,
    'nextCursor?': text,
  }),
  AccessResponse: object({
    items: listOf(
      object({
        resource: ref('ResourceView'),
        workloads: listOf(ref('ResourceView')),
        findings: listOf(ref('FindingRow')),
      }),
    ),
    total: count,
  }),
};
