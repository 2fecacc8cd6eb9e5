import {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
  stringifyError,
} from '@backstage/errors';
import {
  ExemptionApproval,
  ExemptionDetails,
  postureClusterReadPermission,
  postureReadPermission,
} from 'backstage-plugin-security-posture-common';
import { Request } from 'express';
import {
  ExemptionDecisionRecord,
  ExemptionRecord,
} from '../database/ExemptionStore';
import { DAY_MS, longestDays } from '../exemptions/ExemptionSettings';
import { timeOf } from './requestExemption';
import { RouteContext } from './RouteContext';
import { tellExemption } from './tellExemptions';

/** What people decide. */
export type Decision = 'approved' | 'denied' | 'shortened' | 'revoked';

type User = BackstageCredentials<BackstageUserPrincipal>;

/** Takes a step on the exemption that a request names, as the caller, who is a user. */
export async function decideExemption(
  context: RouteContext,
  request: Request,
  what: Decision,
): Promise<ExemptionDetails> {
  const { access, exemptions, approvers } = context;
  const caller = await access.requireUser(request, 'decide on exemptions');
  if (what !== 'revoked') await approvers.require(caller);
  const exemption = await readExemption(context, caller, request.params.id);
  await requireMayDecide(context, caller, exemption, what);
  const { taken } = await exemptions.take(
    exemption.id,
    decisionOf(context, request, caller, exemption, what),
  );
  if (taken) await rollUp(context, exemption.id);
  const now = await exemptions.get(exemption.id);
  return tellExemption(context, caller, now!);
}

/** An exemption that the caller may see; any other gives the same NotFoundError. */
export async function readExemption(
  { access, exemptions }: RouteContext,
  credentials: BackstageCredentials,
  id: string,
): Promise<ExemptionRecord> {
  if (!(await access.holds(credentials, postureReadPermission)))
    throw new NotAllowedError(
      `You lack the permission ${postureReadPermission.name}. Ask those who run the portal for it`,
    );
  const readsClusters = await access.holds(
    credentials,
    postureClusterReadPermission,
  );
  const exemption = await exemptions.get(id);
  const { entityRef } = exemption ?? {};
  const seen =
    (await access.seesAny(credentials, entityRef ? [entityRef] : [])) ||
    (readsClusters && entityRef === undefined);
  if (!exemption || !seen)
    throw new NotFoundError(`There is no exemption ${id} that you may see`);
  return exemption;
}

/** Who asked may take it back, and decides on nothing else. */
async function requireMayDecide(
  { approvers }: RouteContext,
  caller: User,
  { requestedBy }: ExemptionRecord,
  what: Decision,
): Promise<void> {
  const asked = requestedBy === caller.principal.userEntityRef;
  if (what === 'revoked' && !asked) await approvers.require(caller);
  if (what !== 'revoked' && asked)
    throw new NotAllowedError(
      'You asked for this exemption yourself: another approver has to decide on it. You may revoke it',
    );
}

function decisionOf(
  context: RouteContext,
  request: Request,
  caller: User,
  exemption: ExemptionRecord,
  what: Decision,
): ExemptionDecisionRecord {
  const { note, version, expiresAt } = (request.body ??
    {}) as ExemptionApproval;
  const at = context.clock();
  const end =
    expiresAt === undefined ? undefined : timeOf('expiresAt', expiresAt);
  if (what === 'approved') requireBound(context, exemption, end, at);
  return {
    what,
    actor: caller.principal.userEntityRef,
    at,
    ...(note ? { note } : {}),
    ...(version === undefined ? {} : { version }),
    ...(end === undefined ? {} : { expiresAt: end }),
  };
}

/** What it covers may have become graver since it was asked for. */
function requireBound(
  { exemptionSettings }: RouteContext,
  { severity, expiresAt }: ExemptionRecord,
  end: number | undefined,
  now: number,
): void {
  const days = longestDays(exemptionSettings, severity);
  if ((end ?? expiresAt) > now + days * DAY_MS)
    throw new ConflictError(
      `It cannot be approved for so long, for what it covers is ${severity} by now: approve it with an expiresAt at most ${days} days from now`,
    );
}

/** A step that is stored is answered even where postures cannot be summed up now: that is tried again every minute. */
async function rollUp(
  { rollUp: run, logger }: RouteContext,
  id: string,
): Promise<void> {
  try {
    await run();
  } catch (error) {
    logger.warn(
      `The postures that exemption ${id} changes wait for the next minute: ${stringifyError(
        error,
      )}`,
    );
  }
}
