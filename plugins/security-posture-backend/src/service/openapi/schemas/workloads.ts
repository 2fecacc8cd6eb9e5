import { count, flag, listOf, object, ref, Schema, text, time } from '../kit';

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
  AccountRightView: object({
    verbs: listOf(text),
    objects: listOf(text),
    names: listOf(text),
    'namespace?': text,
    role: object({ kind: text, name: text }),
    binding: object({ kind: text, name: text }),
    'severity?': ref('Severity'),
    'moreVerbs?': count,
    'moreObjects?': count,
    'moreNames?': count,
  }),
  AccessResponse: object({
    items: listOf(
      object({
        resource: ref('ResourceView'),
        workloads: listOf(ref('ResourceView')),
        workloadsTotal: count,
        rights: listOf(ref('AccountRightView')),
        rightsLeftOut: count,
        'rightsUnread?': ref('ReasonCode'),
        'token?': flag,
        findings: listOf(ref('FindingRow')),
      }),
    ),
    total: count,
    workloadsTotal: count,
    workloadsLookedAt: count,
  }),
};
