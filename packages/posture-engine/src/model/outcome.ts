/** What a control says of a subject. */
export type Outcome = 'pass' | 'fail' | 'notApplicable' | 'notEvaluated';

/** All outcomes, in the order in which pages list them. */
export const OUTCOMES: readonly Outcome[] = [
  'fail',
  'notEvaluated',
  'pass',
  'notApplicable',
];

/** Why a subject could not be judged. `notEvaluated` always carries one. */
export const NOT_EVALUATED_REASONS = {
  forbidden: 'the API server refused to show what the control reads',
  unreachable: 'the API server did not answer for what the control reads',
  needsUserCredentials: 'the cluster admits users only',
  controlPlaneNotVisible: 'the control plane shows nothing to its users',
  noReport: 'no report of another tool was found',
  staleReport: 'the report of another tool is too old',
  digestMismatch: 'the report is about another image digest',
  staleData: 'the table that the control uses is out of date',
  manual: 'only a person can answer this',
  probeOff: 'reading this is switched off in the configuration',
  partial: 'only a part of what the control reads could be read',
  tooLarge: 'the answer of the API server was too large to read',
  parseError: 'a value has the wrong type',
  unsupportedVersion: 'the Kubernetes version is unknown or too old',
  controlError: 'the control itself failed',
} as const;

/** Why a control says nothing about a subject. `notApplicable` always carries one. */
export const NOT_APPLICABLE_REASONS = {
  providerManaged: 'the provider of the cluster looks after this',
  hostNetwork: 'the pod uses the network of its host',
  windows: 'the field does not exist on Windows',
  notConfigured: 'nothing is configured to judge by',
  belowVersion: 'the Kubernetes version does not have this yet',
  nothingToJudge: 'the workload has nothing that the control is about',
} as const;

/** Reason code of a `notEvaluated` outcome. */
export type NotEvaluatedReason = keyof typeof NOT_EVALUATED_REASONS;

/** Reason code of a `notApplicable` outcome. */
export type NotApplicableReason = keyof typeof NOT_APPLICABLE_REASONS;

/** Any reason code. */
export type ReasonCode = NotEvaluatedReason | NotApplicableReason;
