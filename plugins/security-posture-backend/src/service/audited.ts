import { AuditorService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { Request } from 'express';

/** Runs a read of postures as an audit event of low severity, which succeeds or fails with it. */
export function auditedRead<T>(
  auditor: AuditorService,
  request: Request,
  meta: JsonObject,
  run: () => Promise<T>,
): Promise<T> {
  return audited(auditor, 'posture-read', 'low', request, meta, run);
}

/** Runs a request for a scan as an audit event of medium severity, which succeeds or fails with it. */
export function auditedScan<T>(
  auditor: AuditorService,
  request: Request,
  meta: JsonObject,
  run: () => Promise<T>,
): Promise<T> {
  return audited(auditor, 'scan-create', 'medium', request, meta, run);
}

/** Takes in a document of another tool as an audit event of medium severity, which succeeds or fails with it. */
export function auditedImport<T>(
  auditor: AuditorService,
  request: Request,
  meta: JsonObject,
  run: () => Promise<T>,
): Promise<T> {
  return audited(auditor, 'import-create', 'medium', request, meta, run);
}

/** Takes a step on an exemption as an audit event of medium severity, which succeeds or fails with it. */
export function auditedExemption<T>(
  auditor: AuditorService,
  request: Request,
  step: string,
  meta: JsonObject,
  run: () => Promise<T>,
): Promise<T> {
  return audited(auditor, `exemption-${step}`, 'medium', request, meta, run);
}

/** Takes in or takes back an attestation as an audit event of medium severity, which succeeds or fails with it. */
export function auditedAttestation<T>(
  auditor: AuditorService,
  request: Request,
  step: 'create' | 'withdraw',
  meta: JsonObject,
  run: () => Promise<T>,
): Promise<T> {
  return audited(auditor, `attestation-${step}`, 'medium', request, meta, run);
}

async function audited<T>(
  auditor: AuditorService,
  eventId: string,
  severityLevel: 'low' | 'medium',
  request: Request,
  meta: JsonObject,
  run: () => Promise<T>,
): Promise<T> {
  const event = await auditor.createEvent({
    eventId,
    severityLevel,
    request,
    meta,
  });
  try {
    const result = await run();
    await event.success();
    return result;
  } catch (error) {
    await event.fail({ error: toError(error) });
    throw error;
  }
}
