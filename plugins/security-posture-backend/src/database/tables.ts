/** Rows as the databases hold them. `bigint` columns come back as text from PostgreSQL: read them with `asTime`. */

type Time = number | string;

export interface ClusterRow {
  name: string;
  title: string | null;
  auth_provider: string;
  version: string | null;
  production: boolean | number;
  state: string;
  state_reason: string | null;
  failing_since: Time | null;
  sweep_no: number;
  sweep_claim: string | null;
  /** JSON: ids of controls. */
  reported_controls: string;
  last_success_at: Time | null;
  gone_at: Time | null;
  /** The last sweep that the roll-ups have taken in. */
  rolled_no: number;
  /** The last published sweep that changed a subject. */
  changed_no: number;
}

export interface SweepRow {
  id: string;
  cluster: string;
  sweep_no: number;
  trigger: string;
  started_at: Time;
  finished_at: Time | null;
  status: string;
  reason: string | null;
  progress: string;
  lists: string;
}

export interface ScanRequestRow {
  id: string;
  cluster: string;
  entity_ref: string | null;
  requested_by: string;
  requested_at: Time;
  sweep_id: string | null;
}

export interface EntityTableRow {
  entity_ref: string;
  uid: string | null;
  kind: string;
  title: string | null;
  owner: string | null;
  system: string | null;
  lifecycle: string | null;
  type: string | null;
  tags: string;
  annotated: boolean | number;
  mapping: string;
  gone_at: Time | null;
  rollup_due: string | null;
  cluster_set: string | null;
}

export interface SubjectRow {
  id: number;
  key: string;
  cluster: string;
  type: string;
  api_version: string;
  kind: string;
  namespace: string | null;
  name: string;
  uid: string | null;
  labels: string;
  facts: string;
  outcomes: string;
  outcomes_hash: string;
  judged_for: string;
  outcomes_no: number;
  prior_labels: string | null;
  prior_facts: string | null;
  prior_outcomes: string | null;
  first_no: number;
  gone_no: number | null;
  first_seen_at: Time;
  changed_at: Time;
  gone_at: Time | null;
}

export interface EntitySubjectRow {
  entity_ref: string;
  subject_id: number;
  valid_from: Time;
  valid_to: Time | null;
}

export interface FindingRow {
  id: number;
  key: string;
  subject_id: number;
  cluster: string;
  control_id: string;
  outcome: string;
  reason: string | null;
  note: string | null;
  severity: string;
  violations: string;
  evidence_hash: string;
  consequence_of: string | null;
  patch_proven: boolean | number | null;
  stale_since: Time | null;
  open_since: Time;
  opened_at: Time;
  opened_no: number;
  closed_at: Time | null;
  closed_no: number | null;
  closed_because: string | null;
}

export interface GapRow {
  id: number;
  cluster: string;
  control_id: string;
  reason: string;
  since: Time;
  since_no: number;
  until: Time | null;
  until_no: number | null;
}

export interface PosturePartRow {
  scope_type: string;
  scope_ref: string;
  cluster: string;
  profile: string;
  subjects: number;
  counts: string;
  counts_no: number;
  prior_counts: string | null;
  prior_subjects: number | null;
  library: string;
  prior_library: string | null;
  changed_at: Time;
}

export interface ImportRow {
  cluster: string;
  kind: string;
  node: string;
  received_at: Time;
  received_by: string;
  document: string;
}

export interface ClusterSetRow {
  id: string;
  cluster: string;
}

export interface ScopeRow {
  ref: string;
  type: string;
  title: string | null;
  parent_ref: string | null;
}

export interface EntityScopeRow {
  entity_ref: string;
  scope_ref: string;
  depth: number;
}

export interface PostureRow {
  scope_type: string;
  scope_ref: string;
  profile: string;
  library: string;
  state: string;
  subjects: number;
  owned: number | null;
  raw: number | null;
  effective: number | null;
  coverage: number | null;
  counted_coverage: number | null;
  open_critical: number;
  open_high: number;
  open_medium: number;
  open_low: number;
  open_info: number;
  exempted_critical: number;
  exempted_high: number;
  exempted_medium: number;
  exempted_low: number;
  exempted_info: number;
  blocking_critical: number;
  blocking_high: number;
  raw_blocking_critical: number;
  raw_blocking_high: number;
  exempted_until: Time | null;
  /** JSON: controls by state. */
  controls: string;
  /** JSON: open fails by control, exempted ones apart, and whether they block. */
  failing: string;
  /** JSON: ids of the controls that pass wherever they apply. */
  passing: string;
  changed_at: Time;
}

export interface PostureDayRow {
  scope_type: string;
  scope_ref: string;
  profile: string;
  day: string;
  raw: number | null;
  effective: number | null;
  coverage: number | null;
  counts: string;
  library: string;
}

export interface ChangeRow {
  id: number;
  at: Time;
  what: string;
  scope_type: string;
  scope_ref: string;
  ref: string | null;
  from: string | null;
  to: string | null;
}

export interface ExemptionRow {
  id: string;
  scope: string;
  control_id: string;
  severity: string;
  finding_key: string | null;
  evidence_hash: string | null;
  subject_id: number | null;
  entity_ref: string | null;
  cluster: string | null;
  category: string;
  reason: string;
  compensating_control: string | null;
  link: string | null;
  state: string;
  source: string;
  source_key: string | null;
  requested_by: string;
  requested_at: Time;
  decided_by: string | null;
  decided_at: Time | null;
  expires_at: Time;
  version: number;
}

export interface ExemptionEventRow {
  id: number;
  exemption_id: string;
  what: string;
  actor: string;
  at: Time;
  note: string | null;
  expires_at: Time | null;
}

export interface AttestationRow {
  id: string;
  cluster: string;
  control_id: string;
  outcome: string;
  statement: string;
  link: string | null;
  author: string;
  created_at: Time;
  expires_at: Time;
  ended_at: Time | null;
  ended_by: string | null;
  ended_because: string | null;
}

/** Epoch milliseconds of a column, or undefined for null. */
export function asTime(value: Time | null): number | undefined {
  return value === null ? undefined : Number(value);
}

/** The resolve of the catalog, or of a cluster, that began last. */
export interface ResolveRow {
  ticket: string;
  /** Null until it has ended. */
  digest: string | null;
  ended_at: Time | null;
}
