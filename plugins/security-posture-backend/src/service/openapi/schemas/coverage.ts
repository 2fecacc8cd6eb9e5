import { count, flag, listOf, object, ref, Schema, text, time } from '../kit';

/** What was looked at and what was not, who fails what, and where clusters differ. */
export const coverageSchemas: Readonly<Record<string, Schema>> = {
  FailingEntity: object({
    entityRef: text,
    'title?': text,
    'owner?': text,
    'system?': text,
    readiness: ref('Readiness'),
    subjects: count,
    exempted: count,
  }),
  ControlEntitiesResponse: object({
    control: text,
    items: listOf(ref('FailingEntity')),
    total: count,
    subjects: count,
    exempted: count,
    exemptedShare: { type: ['number', 'null'], minimum: 0, maximum: 1 },
    'nextCursor?': text,
    partial: flag,
  }),
  ClusterCoverage: object({
    cluster: text,
    'title?': text,
    state: ref('ClusterState'),
    'reason?': ref('ReasonCode'),
    'lastSuccessAt?': time,
    stale: flag,
    gaps: listOf(
      object({ control: text, reason: ref('ReasonCode'), since: time }),
    ),
  }),
  CoverageResponse: object({
    workloads: object({ swept: count, known: count, owned: count }),
    entities: object({
      total: count,
      expected: count,
      expectedWithWorkloads: count,
      states: object({
        judged: count,
        notMapped: count,
        noWorkloads: count,
        neverScanned: count,
        needsUserCredentials: count,
        unreachable: count,
        noClusters: count,
      }),
      stale: count,
    }),
    'clusters?': listOf(ref('ClusterCoverage')),
    partial: flag,
  }),
  UnownedWorkload: object({
    cluster: text,
    apiVersion: text,
    kind: text,
    'namespace?': text,
    name: text,
    'suggestedOwner?': object({
      ref: text,
      because: {
        oneOf: [
          object({ kind: { const: 'label' }, label: text, value: text }),
          object({ kind: { const: 'namespace' }, workloads: count, of: count }),
        ],
      },
    }),
  }),
  UnownedWorkloadsResponse: object({
    items: listOf(ref('UnownedWorkload')),
    total: count,
    'nextCursor?': text,
  }),
  DriftSide: object({
    failing: count,
    notEvaluated: count,
    'gap?': ref('ReasonCode'),
  }),
  DriftCluster: object({ name: text, 'title?': text, workloads: count }),
  DriftResponse: object({
    a: ref('DriftCluster'),
    b: ref('DriftCluster'),
    items: listOf(
      object({
        control: text,
        title: text,
        severity: ref('Severity'),
        a: ref('DriftSide'),
        b: ref('DriftSide'),
      }),
    ),
  }),
};
