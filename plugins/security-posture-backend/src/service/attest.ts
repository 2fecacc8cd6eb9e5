import {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import {
  InputError,
  NotAllowedError,
  NotFoundError,
  stringifyError,
} from '@backstage/errors';
import {
  AttestationRequest,
  AttestationView,
  postureAttestationCreatePermission,
} from 'backstage-plugin-security-posture-common';
import { Request } from 'express';
import { Control } from 'security-posture-engine';
import { DAY_MS } from '../exemptions/ExemptionSettings';
import { attestationView } from '../views/attestationView';
import { isoTime } from '../views/isoTime';
import { timeOf } from './requestExemption';
import { RouteContext } from './RouteContext';
import { unknownCluster } from './unknownCluster';

/** Longest life of an attestation, in days. */
const MAX_DAYS = 365;

/** Keeps what the caller states, who is a user, and asks for the sweep that goes by it. */
export async function attest(
  context: RouteContext,
  request: Request,
): Promise<AttestationView> {
  const { attestations, reader, clock, controls } = context;
  const caller = await requireAttester(context, request);
  const stated = request.body as AttestationRequest;
  if (!(await reader.getCluster(stated.cluster)))
    throw unknownCluster(stated.cluster);
  await requireAskedFor(context, stated);
  const { cluster, control, outcome, link } = stated;
  const attestation = await attestations.save(
    {
      cluster,
      control,
      outcome,
      statement: stated.statement.trim(),
      ...(link ? { link } : {}),
      author: caller.principal.userEntityRef,
      expiresAt: requireEnd(stated.expiresAt, clock()),
    },
    clock(),
  );
  await sweepAgain(context, caller, cluster);
  return attestationView(attestation, controls, clock());
}

/** Withdraws the attestation that a request names, and asks for the sweep that goes without it. */
export async function withdraw(
  context: RouteContext,
  request: Request,
): Promise<AttestationView> {
  const { attestations, clock, controls } = context;
  const caller = await requireAttester(context, request);
  const { id } = request.params;
  const before = await attestations.get(id);
  if (!before) throw new NotFoundError(`There is no attestation ${id}`);
  const { userEntityRef } = caller.principal;
  const attestation = await attestations.withdraw(id, userEntityRef, clock());
  if (!before.ended) await sweepAgain(context, caller, attestation.cluster);
  return attestationView(attestation, controls, clock());
}

async function requireAttester(
  { access }: RouteContext,
  request: Request,
): Promise<BackstageCredentials<BackstageUserPrincipal>> {
  const caller = await access.requireUser(request, 'attest');
  if (!(await access.holds(caller, postureAttestationCreatePermission)))
    throw new NotAllowedError(
      `You lack the permission ${postureAttestationCreatePermission.name}. Ask those who run the portal for it`,
    );
  return caller;
}

/** A person answers where only a person can, or where a failure may be meant and bounded otherwise. */
async function requireAskedFor(
  { attestations, controls }: RouteContext,
  { cluster, control: id }: AttestationRequest,
): Promise<void> {
  const control = controls.get(id);
  if (!control)
    throw new InputError(
      `There is no control ${id}. GET /v1/controls lists them all`,
    );
  const isAskedFor =
    (await attestations.isAskedFor(cluster, id)) ||
    (mayAnswerFails(control) && (await attestations.fails(cluster, id)));
  if (!isAskedFor)
    throw new InputError(
      `${id} does not ask for an attestation on cluster ${cluster}: only where a control is not evaluated because a person has to look (manual) can a person answer`,
    );
}

/** Whether a control takes an attestation for a fail: then one of its examples that pass shows it. */
export function mayAnswerFails({ examples }: Control): boolean {
  return examples.pass.some(
    example =>
      typeof example !== 'string' &&
      example.surroundings.attestations !== undefined,
  );
}

function requireEnd(text: string, now: number): number {
  const end = timeOf('expiresAt', text);
  const latest = now + MAX_DAYS * DAY_MS;
  if (end <= now) throw new InputError('expiresAt must be in the future');
  if (end > latest)
    throw new InputError(
      `expiresAt must be at most ${MAX_DAYS} days from now, ${isoTime(latest)}`,
    );
  return end;
}

/** What is stored is answered even where the scheduler cannot be told now: it looks every minute. */
async function sweepAgain(
  { scans, requestSweeps, clock, logger }: RouteContext,
  { principal }: BackstageCredentials<BackstageUserPrincipal>,
  cluster: string,
): Promise<void> {
  const requestedBy = principal.userEntityRef;
  await scans.createScan({ clusters: [cluster], requestedBy, now: clock() });
  try {
    await requestSweeps([cluster]);
  } catch (error) {
    logger.warn(
      `The sweep of cluster ${cluster} that goes by a new attestation waits for the scheduler's next look: ${stringifyError(
        error,
      )}`,
    );
  }
}
