import { InputError } from '@backstage/errors';
import {
  ExemptionDetails,
  ExemptionPreview,
  ExemptionRequest,
  ExemptionTarget,
} from 'backstage-plugin-security-posture-common';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { Request } from 'express';
import { Severity } from 'security-posture-engine';
import { DAY_MS, longestDays } from '../exemptions/ExemptionSettings';
import { isoTime } from '../views/isoTime';
import { readAffected } from './exemptionEffect';
import { measureTarget, previewOf } from './exemptionTarget';
import { RouteContext } from './RouteContext';
import { tellExemption } from './tellExemptions';

/** A day, or a time with its zone. */
const ISO_TIME =
  /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?$/;

/** Asks for an exemption as the caller, who is a user. */
export async function requestExemption(
  context: RouteContext,
  request: Request,
): Promise<ExemptionDetails> {
  const { access, exemptions, clock } = context;
  const caller = await access.requireUser(request, 'ask for exemptions');
  const wanted = withWholeRef(request.body as ExemptionRequest);
  const { target, severity } = await measureTarget(context, caller, wanted);
  const { category, reason, compensatingControl, link } = wanted;
  const exemption = await exemptions.create(
    {
      ...target,
      severity,
      category,
      reason: reason.trim(),
      ...(compensatingControl ? { compensatingControl } : {}),
      ...(link ? { link } : {}),
      requestedBy: caller.principal.userEntityRef,
      expiresAt: requireEnd(context, wanted.expiresAt, severity),
    },
    clock(),
  );
  return tellExemption(context, caller, exemption);
}

/** Says what an exemption would cover, to a caller who may ask for it. */
export async function previewExemption(
  context: RouteContext,
  request: Request,
): Promise<ExemptionPreview> {
  const { access } = context;
  const caller = await access.requireUser(request, 'ask for exemptions');
  const wanted = withWholeRef(request.body as ExemptionTarget);
  const measured = await measureTarget(context, caller, wanted);
  const affected = await readAffected(context, wanted.entityRef);
  return previewOf(context, measured, affected);
}

/** Epoch milliseconds of a time in a request. */
export function timeOf(name: string, text: string): number {
  const time = Date.parse(text);
  if (Number.isNaN(time) || !ISO_TIME.test(text))
    throw new InputError(`${name} must be an ISO time, 2026-12-31T00:00:00Z`);
  return time;
}

function requireEnd(
  { clock, exemptionSettings }: RouteContext,
  text: string,
  severity: Severity,
): number {
  const end = timeOf('expiresAt', text);
  const days = longestDays(exemptionSettings, severity);
  const latest = clock() + days * DAY_MS;
  if (end <= clock()) throw new InputError('expiresAt must be in the future');
  if (end > latest)
    throw new InputError(
      `expiresAt must be at most ${days} days from now, ${isoTime(
        latest,
      )}, for a finding of severity ${severity}`,
    );
  return end;
}

function withWholeRef<Target extends ExemptionTarget>(target: Target): Target {
  const { entityRef } = target;
  if (entityRef === undefined) return target;
  try {
    const whole = stringifyEntityRef(parseEntityRef(entityRef));
    return { ...target, entityRef: whole };
  } catch {
    throw new InputError(
      'entityRef must be a full ref, such as component:default/payments-api',
    );
  }
}
