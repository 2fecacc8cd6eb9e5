import { evidenceHash } from 'security-posture-engine';
import { Knex } from 'knex';
import { ExemptionRow } from '../tables';
import { aFail, CLUSTER, findingKeyOf } from './samples';

/** A day in milliseconds. */
export const DAY = 86_400_000;

/** An approved exemption of a finding on `web`, which ends at 10,000. */
export function anExemptionRow(
  id: string,
  rest: Partial<ExemptionRow> = {},
): ExemptionRow {
  const control = rest.control_id ?? 'privileged';
  return {
    id,
    scope: 'finding',
    control_id: control,
    severity: 'high',
    finding_key: null,
    evidence_hash: null,
    subject_id: null,
    entity_ref: null,
    cluster: CLUSTER,
    category: 'acceptedRisk',
    reason: 'The vendor needs it until the next release',
    compensating_control: null,
    link: null,
    state: 'approved',
    source: 'request',
    source_key: null,
    requested_by: 'user:default/olga',
    requested_at: 1000,
    decided_by: 'user:default/sam',
    decided_at: 1500,
    expires_at: 10_000,
    version: 2,
    ...rest,
  };
}

/** Binds an exemption to the finding of a control on a Deployment of the tests, as it was when its evidence was `actual`. */
export function ofFinding(
  control: string,
  name: string,
  actual?: string,
): Partial<ExemptionRow> {
  const { violations = [] } = aFail(control, { actual });
  return {
    scope: 'finding',
    control_id: control,
    finding_key: findingKeyOf(control, name),
    evidence_hash: evidenceHash(violations),
  };
}

export async function insertExemptions(
  knex: Knex,
  ...rows: readonly ExemptionRow[]
): Promise<void> {
  await knex('exemptions').insert([...rows]);
}
