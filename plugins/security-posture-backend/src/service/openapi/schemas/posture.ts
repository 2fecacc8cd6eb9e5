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

const share: Schema = { type: 'number', minimum: 0, maximum: 1 };
const score: Schema = { type: ['integer', 'null'], minimum: 0, maximum: 100 };

/** The posture of one entity. */
export const postureSchemas: Readonly<Record<string, Schema>> = {
  PostureState: oneOf([
    'judged',
    'notMapped',
    'noWorkloads',
    'neverScanned',
    'needsUserCredentials',
    'unreachable',
    'noClusters',
  ]),
  ClusterState: oneOf([
    'scanned',
    'neverScanned',
    'unreachable',
    'needsUserCredentials',
    'gone',
  ]),
  ScoreView: object({
    value: score,
    grade: ref('Grade'),
    coverage: { ...share, type: ['number', 'null'] },
  }),
  ControlCounts: object({
    failing: count,
    passing: count,
    notEvaluated: count,
    notApplicable: count,
  }),
  ReadinessReason: {
    oneOf: [
      object({
        kind: oneOf(['openFindings']),
        severity: oneOf(['critical', 'high']),
        count,
      }),
      object({ kind: oneOf(['nothingEvaluated']) }),
      object({
        kind: oneOf(['lowCoverage']),
        coverage: share,
        required: share,
      }),
      object({
        kind: oneOf(['staleCluster']),
        cluster: text,
        'since?': time,
        'reason?': ref('ReasonCode'),
      }),
      object({
        kind: oneOf(['neverSweptCluster']),
        cluster: text,
        'reason?': ref('ReasonCode'),
      }),
    ],
  },
  ClusterFreshness: object({
    cluster: text,
    'title?': text,
    production: flag,
    state: ref('ClusterState'),
    'reason?': ref('ReasonCode'),
    'lastSuccessAt?': time,
    'failingSince?': time,
    workloads: count,
  }),
  FixFirstItem: object({
    control: text,
    severity: ref('Severity'),
    title: text,
    why: text,
    fix: text,
    workloads: listOf(ref('ResourceView')),
    workloadsTotal: count,
    'place?': object({ 'container?': text, path: text, message: text }),
    alsoEnds: listOf(text),
    effect: object({
      scoreFrom: score,
      scoreTo: score,
      gradeFrom: ref('Grade'),
      gradeTo: ref('Grade'),
      severityOpen: count,
      severityFewer: count,
    }),
    findingKey: text,
    patches: listOf(ref('ResourcePatchView')),
  }),
  MappingView: object({
    annotated: flag,
    'query?': object({
      labelSelector: text,
      from: oneOf(['label-selector', 'kubernetes-id', 'name']),
      'namespace?': text,
      clusters: listOf(text),
      clustersFrom: oneOf(['all', 'annotation', 'relation']),
    }),
    'problem?': text,
    steps: listOf(
      object({
        step: oneOf(['clusters', 'namespace', 'selector']),
        found: count,
      }),
    ),
    candidates: listOf(ref('ResourceView')),
    'snippet?': text,
  }),
  EntityPosture: object({
    entityRef: text,
    state: ref('PostureState'),
    readiness: ref('Readiness'),
    reasons: listOf(ref('ReadinessReason')),
    scopeOfReadiness: oneOf(['production', 'all']),
    score: ref('ScoreView'),
    controls: ref('ControlCounts'),
    open: ref('SeverityCounts'),
    workloads: count,
    fixFirst: listOf(ref('FixFirstItem')),
    findings: ref('FindingsResponse'),
    clusters: listOf(ref('ClusterFreshness')),
    mapping: ref('MappingView'),
    'scan?': ref('ScanView'),
    profile: text,
    library: text,
  }),
};
