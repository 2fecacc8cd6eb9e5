import {
  count,
  flag,
  listOf,
  object,
  oneOf,
  ref,
  Schema,
  text,
  time,
} from '../kit';

const day: Schema = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };

const numbers = {
  failing: count,
  judged: count,
  notEvaluated: count,
  stale: count,
  exempted: count,
};

const words = {
  control: text,
  title: text,
  failureTitle: text,
  severity: ref('Severity'),
  category: ref('Category'),
};

const line = {
  name: text,
  'support?': object({
    state: oneOf(['supported', 'ending', 'extended', 'ended']),
    'ends?': day,
  }),
};

const named = { name: text, 'title?': text };

/** What the pages of clusters show. */
export const clusterPageSchemas: Readonly<Record<string, Schema>> = {
  RunningLineView: object(line),
  RunningVersion: object({
    part: oneOf(['apiServer', 'kubelet', 'runtime', 'system']),
    nodes: count,
    ...line,
  }),
  ClusterOverview: object({
    cluster: ref('ClusterView'),
    versions: listOf(ref('RunningVersion')),
    supportAsOf: day,
    providerControls: count,
    nodes: count,
    services: object({ total: count, partial: flag }),
    'weekAgo?': { type: ['integer', 'null'], minimum: 0, maximum: 100 },
    fixFirst: listOf(ref('FixFirstItem')),
    access: ref('AccessRisks'),
    namespaces: ref('ClusterNamespaces'),
    attestations: ref('AttestationState'),
    sweeps: listOf(ref('ClusterSweep')),
    'nextSweepAt?': time,
    others: listOf(object(named)),
  }),
  AccessRisks: object({
    items: listOf(ref('AccessRisk')),
    total: count,
    exempted: count,
    bindings: count,
    risky: count,
    'nextCursor?': text,
  }),
  AccessRisk: object({
    key: text,
    control: text,
    title: text,
    severity: ref('Severity'),
    resource: ref('ResourceView'),
    'role?': text,
    holders: listOf(
      object({ subject: text, rights: listOf(text), more: count }),
    ),
    'consequenceOf?': text,
    openedAt: time,
    'staleSince?': time,
  }),
  ClusterNamespaces: object({
    items: listOf(ref('ClusterNamespace')),
    total: count,
    partial: flag,
    'nextCursor?': text,
  }),
  ClusterNamespace: object({
    name: text,
    system: flag,
    'pods?': object({
      total: count,
      hostNetwork: count,
      ingress: count,
      egress: count,
    }),
    'unread?': ref('ReasonCode'),
    podSecurity: object({
      outcome: oneOf(['pass', 'fail', 'notApplicable', 'notEvaluated']),
      'reason?': ref('ReasonCode'),
      'level?': oneOf(['privileged', 'baseline', 'restricted']),
    }),
    failing: count,
    services: listOf(object({ entityRef: text, 'title?': text })),
    servicesTotal: count,
  }),
  AttestationState: object({
    items: listOf(ref('AttestationView')),
    inForce: count,
    expired: count,
    attestable: listOf(
      object({
        control: text,
        title: text,
        severity: ref('Severity'),
        'replaces?': ref('AttestationView'),
      }),
    ),
  }),
  ClusterNodes: object({
    items: listOf(ref('ClusterNode')),
    total: count,
    versions: listOf(ref('RunningVersion')),
    supportAsOf: day,
    'unread?': ref('ReasonCode'),
    'nextCursor?': text,
  }),
  ClusterNode: object({
    name: text,
    'kubelet?': ref('RunningLineView'),
    'runtime?': ref('RunningLineView'),
    'system?': ref('RunningLineView'),
    failing: ref('SeverityCounts'),
    notEvaluated: count,
  }),
  ClusterControl: object({
    ...words,
    subject: oneOf([
      'workload',
      'namespace',
      'serviceAccount',
      'roleBinding',
      'node',
      'image',
      'cluster',
    ]),
    state: oneOf([
      'failing',
      'exempted',
      'notEvaluated',
      'passing',
      'notApplicable',
    ]),
    'reason?': ref('ReasonCode'),
    ...numbers,
    attested: flag,
  }),
  ClusterControlsResponse: object({ items: listOf(ref('ClusterControl')) }),
  ClusterMatrix: object({
    clusters: listOf(object({ ...named, production: flag, judged: flag })),
    controls: listOf(
      object({
        ...words,
        cells: listOf({ oneOf: [object(numbers), { type: 'null' }] }),
      }),
    ),
    quiet: count,
  }),
};
