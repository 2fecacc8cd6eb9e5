import {
  FailingFinding,
  failureKeys,
  LiveEntity,
  LiveExemption,
} from 'security-posture-engine';
import { LiveRef } from './liveRef';
import { Portal } from './Portal';
import { PortalError } from './PortalError';

/** Reads the open failing findings of an entity and its exemptions in force at `now`, in epoch milliseconds. */
export async function readLive(
  portal: Pick<Portal, 'list'>,
  { entityRef, path }: LiveRef,
  now: number,
): Promise<LiveEntity> {
  const open = new Set<string>();
  for await (const item of portal.list(`${path}/findings`, {
    outcomes: 'fail',
  }))
    for (const key of failureKeys(failureOf(item))) open.add(key);
  const exemptions: LiveExemption[] = [];
  const query = { entity: entityRef, states: 'approved' };
  for await (const item of portal.list('exemptions', query))
    exemptions.push(...exemptionOf(item, now));
  return { open, exemptions };
}

function failureOf(item: unknown): FailingFinding {
  const { control, resource, violations } = fieldsOf(item);
  if (typeof control !== 'string' || !Array.isArray(violations))
    throw misread();
  const subject = resourceOf(resource);
  return { control, subject, violations: violations.map(violationOf) };
}

function violationOf(item: unknown): FailingFinding['violations'][number] {
  const violation = fieldsOf(item);
  if (typeof violation.path !== 'string') throw misread();
  return violation as unknown as FailingFinding['violations'][number];
}

/** Exemptions of single findings are left out: what they cover is open, and known by that. */
function exemptionOf(item: unknown, now: number): readonly LiveExemption[] {
  const { scope, state, control, resource, expiresAt } = fieldsOf(item);
  if (typeof control !== 'string' || typeof expiresAt !== 'string')
    throw misread();
  if (state !== 'approved' || !(Date.parse(expiresAt) > now)) return [];
  if (scope === 'entity') return [{ control }];
  if (scope !== 'workload' || resource === undefined) return [];
  const { kind, name } = resourceOf(resource);
  return [{ control, workload: { kind, name } }];
}

function resourceOf(item: unknown): FailingFinding['subject'] {
  const { kind, name, title } = fieldsOf(item);
  if (typeof kind !== 'string' || typeof name !== 'string') throw misread();
  return { kind, name, ...(typeof title === 'string' ? { title } : {}) };
}

function fieldsOf(item: unknown): Readonly<Record<string, unknown>> {
  if (typeof item !== 'object' || item === null) throw misread();
  return item as Record<string, unknown>;
}

function misread(): PortalError {
  return new PortalError(
    'The portal answered with something else than findings and exemptions. Is its version another one?',
  );
}
