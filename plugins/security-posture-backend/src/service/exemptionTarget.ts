import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  ExemptionPreview,
  ExemptionScope,
  ExemptionTarget,
  postureClusterExemptionCreatePermission,
  postureExemptionCreatePermission,
} from 'backstage-plugin-security-posture-common';
import { Severity } from 'security-posture-engine';
import {
  Coverage,
  ExemptableFinding,
  ExemptionTargetRecord,
} from '../database/ExemptionStore';
import { longestDays } from '../exemptions/ExemptionSettings';
import { AffectedEntity, exemptionEffect } from './exemptionEffect';
import { RouteContext } from './RouteContext';

/** What a caller may have exempted, and what that would cover now. */
export interface MeasuredTarget {
  readonly target: ExemptionTargetRecord;
  /** Gravest severity of what it covers; that of the control where it covers nothing. */
  readonly severity: Severity;
  readonly coverage: Coverage;
}

/**
 * Finds what a caller wants to have exempted, and checks that the caller may ask for it and that it can be exempted at all.
 * What the caller may not see gives the same NotFoundError as what is not there.
 */
export async function measureTarget(
  context: RouteContext,
  credentials: BackstageCredentials,
  wanted: ExemptionTarget,
): Promise<MeasuredTarget> {
  await requireMayAsk(context, credentials, wanted.entityRef);
  const target =
    wanted.scope === 'entity'
      ? entityTarget(wanted)
      : await findingTarget(context, wanted);
  const measured = await measure(context, target);
  if (isAllCritical(measured))
    throw new InputError(
      `All that fails ${target.control} there is critical, and each critical finding needs an exemption of its own: ask with the scope finding`,
    );
  return measured;
}

/** Says what a target covers. */
export async function measure(
  context: RouteContext,
  target: ExemptionTargetRecord,
): Promise<MeasuredTarget> {
  const severity = severityOf(context, target.control);
  const coverage = await context.exemptions.measure(target);
  return { target, severity: coverage.severity ?? severity, coverage };
}

/** True where each finding that a scope would cover needs an exemption of its own. */
export function isAllCritical({ coverage }: MeasuredTarget): boolean {
  return coverage.appliesTo === 0 && coverage.criticalLeftOut > 0;
}

/** What an exemption would cover, as an answer; `affected` is the entity on whose behalf it is asked for. */
export function previewOf(
  context: RouteContext,
  { target, severity, coverage }: MeasuredTarget,
  affected: AffectedEntity | undefined,
): ExemptionPreview {
  const { appliesTo, criticalLeftOut, fails } = coverage;
  return {
    control: target.control,
    severity,
    appliesTo,
    consequences: fails.filter(fail => fail.consequenceOf !== undefined).length,
    criticalLeftOut,
    maxDays: longestDays(context.exemptionSettings, severity),
    ...(affected ? { effect: exemptionEffect(context, affected, fails) } : {}),
  };
}

/** On an entity it takes the permission on that entity, which the catalog's own rules condition; without one, that for clusters. */
export async function requireMayAsk(
  { access }: RouteContext,
  credentials: BackstageCredentials,
  entityRef: string | undefined,
): Promise<void> {
  if (entityRef !== undefined) {
    await access.readEntity(credentials, entityRef);
    await access.requireOnEntity(
      credentials,
      postureExemptionCreatePermission,
      entityRef,
    );
  } else if (
    !(await access.holds(credentials, postureClusterExemptionCreatePermission))
  )
    throw new NotAllowedError(
      `You lack the permission ${postureClusterExemptionCreatePermission.name}, for what belongs to no entity. For what belongs to one, say which: entityRef`,
    );
}

function entityTarget({
  entityRef,
  control,
}: ExemptionTarget): ExemptionTargetRecord {
  if (entityRef === undefined || control === undefined)
    throw new InputError(
      'An exemption with the scope entity needs an entityRef and a control',
    );
  return { scope: 'entity', entityRef, control };
}

async function findingTarget(
  context: RouteContext,
  { scope, findingKey, entityRef }: ExemptionTarget,
): Promise<ExemptionTargetRecord> {
  if (findingKey === undefined)
    throw new InputError(
      `An exemption with the scope ${scope} needs a findingKey`,
    );
  const finding = await requireExemptable(context, findingKey, entityRef);
  if (scope === 'workload' && finding.subjectType !== 'workload')
    throw new InputError(
      'The finding is on no workload. Ask for an exemption with the scope finding or entity',
    );
  return targetOf(finding, scope, entityRef);
}

/** The open finding of a key, if it is the entity's and can be exempted at all. */
export async function requireExemptable(
  { exemptions }: RouteContext,
  findingKey: string,
  entityRef: string | undefined,
): Promise<ExemptableFinding> {
  const finding = await exemptions.findExemptable(findingKey);
  if (!finding || !belongsTo(finding, entityRef))
    throw new NotFoundError(
      `There is no open finding ${findingKey} ${
        entityRef === undefined
          ? 'that belongs to no entity. Where it belongs to one, say which: entityRef'
          : `on ${entityRef}`
      }`,
    );
  refuseNoFailure(finding);
  return finding;
}

/** What an exemption of a finding covers. */
export function targetOf(
  { key, control, subjectId, cluster, evidenceHash }: ExemptableFinding,
  scope: ExemptionScope,
  entityRef: string | undefined,
): ExemptionTargetRecord {
  const owner = entityRef === undefined ? {} : { entityRef };
  if (scope === 'entity') return { scope, control, ...owner };
  const target = { scope, control, subjectId, cluster, ...owner };
  return scope === 'finding'
    ? { ...target, findingKey: key, evidenceHash }
    : target;
}

function belongsTo(
  { entityRefs }: ExemptableFinding,
  entityRef: string | undefined,
): boolean {
  return entityRef === undefined
    ? entityRefs.length === 0
    : entityRefs.includes(entityRef);
}

function refuseNoFailure({
  outcome,
  severity,
  consequenceOf,
}: ExemptableFinding): void {
  if (outcome !== 'fail')
    throw new InputError(
      'The finding is not evaluated, so there is nothing to exempt. Where only a person can answer, attest it',
    );
  if (severity === 'info')
    throw new InputError(
      'A finding of severity info is a note and counts for nothing: it needs no exemption',
    );
  if (consequenceOf)
    throw new InputError(
      `The finding is a consequence of ${consequenceOf} on the same subject, and is exempted with that: ask for an exemption of ${consequenceOf}`,
    );
}

/** The severity of a control that can be exempted. */
function severityOf({ controls }: RouteContext, id: string): Severity {
  const control = controls.get(id);
  if (!control)
    throw new InputError(
      `There is no control ${id.slice(
        0,
        100,
      )}. GET /v1/controls lists them all`,
    );
  if (control.severity === 'info')
    throw new InputError(
      `${id} has the severity info, so what it finds are notes that count for nothing: it needs no exemption`,
    );
  return control.severity;
}
