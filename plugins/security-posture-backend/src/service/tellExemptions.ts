import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ExemptionDetails } from 'backstage-plugin-security-posture-common';
import { ExemptionRecord } from '../database/ExemptionStore';
import { exemptionDetails, ExemptionCaller } from '../views/exemptionDetails';
import { RouteContext } from './RouteContext';

/** Exemptions with their histories and their evidence, as an answer to a caller. */
export async function tellExemptions(
  { exemptions, controls, clock }: RouteContext,
  caller: ExemptionCaller,
  records: readonly ExemptionRecord[],
): Promise<ExemptionDetails[]> {
  const keys = records.flatMap(({ findingKey }) => findingKey ?? []);
  const evidence = await exemptions.listEvidence([...new Set(keys)]);
  const telling = { caller, evidence, controls, now: clock() };
  return records.map(record => exemptionDetails(record, telling));
}

/** One exemption, as an answer to a caller. */
export async function tellExemption(
  context: RouteContext,
  credentials: BackstageCredentials,
  record: ExemptionRecord,
): Promise<ExemptionDetails> {
  const caller = await exemptionCaller(context, credentials);
  const [details] = await tellExemptions(context, caller, [record]);
  return details;
}

/** Who asks, as far as that says what may be done with an exemption. */
export async function exemptionCaller(
  { access, approvers }: RouteContext,
  credentials: BackstageCredentials,
): Promise<ExemptionCaller> {
  const userRef = access.userOf(credentials);
  const decides = await approvers.includes(credentials);
  return { ...(userRef ? { userRef } : {}), decides };
}
