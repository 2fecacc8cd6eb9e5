import { failureKey, FailurePlace } from './failureKey';
import { LiveRef } from './liveRef';
import { Portal } from './Portal';
import { PortalError } from './PortalError';

/** An approved exemption of a control on all that belongs to the entity, or on one workload. */
export interface LiveExemption {
  readonly control: string;
  /** Absent for one on the entity. */
  readonly workload?: { readonly kind: string; readonly name: string };
}

/** What the portal knows of a live entity. */
export interface LiveEntity {
  /** Keys of the failures that are open, exempted or not. */
  readonly open: ReadonlySet<string>;
  readonly exemptions: readonly LiveExemption[];
}

interface LiveResource {
  readonly kind: string;
  readonly name: string;
  readonly title?: string;
}

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
    for (const place of placesOf(item)) open.add(failureKey(place));
  const exemptions: LiveExemption[] = [];
  const query = { entity: entityRef, states: 'approved' };
  for await (const item of portal.list('exemptions', query))
    exemptions.push(...exemptionOf(item, now));
  return { open, exemptions };
}

/** The places of a finding; an image also by the reference that a workload asks for. */
function placesOf(item: unknown): readonly FailurePlace[] {
  const { control, resource, violations } = fieldsOf(item);
  if (typeof control !== 'string' || !Array.isArray(violations))
    throw misread();
  const { kind, name, title } = resourceOf(resource);
  const names = title === undefined ? [name] : [name, title];
  const found = violations.length ? violations.map(violationOf) : [undefined];
  return names.flatMap(one =>
    found.map(violation => ({
      control,
      kind,
      name: one,
      ...(violation ? { violation } : {}),
    })),
  );
}

function violationOf(item: unknown): FailurePlace['violation'] {
  const violation = fieldsOf(item);
  if (typeof violation.path !== 'string') throw misread();
  return violation as unknown as FailurePlace['violation'];
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

function resourceOf(item: unknown): LiveResource {
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
