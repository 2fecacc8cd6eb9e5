import { NotFoundError } from '@backstage/errors';
import {
  EXEMPTION_SCOPES,
  ExemptionOption,
  ExemptionOptions,
  ExemptionScope,
} from 'backstage-plugin-security-posture-common';
import { Request } from 'express';
import {
  ExemptableFinding,
  ExemptionTargetRecord,
} from '../database/ExemptionStore';
import { FindingRecord } from '../database/records';
import { findingTitle } from '../views/findingView';
import { resourceView } from '../views/resourceView';
import { findingExemptions } from './entityFindings';
import { AffectedEntity, readAffected } from './exemptionEffect';
import {
  isAllCritical,
  measure,
  previewOf,
  requireExemptable,
  requireMayAsk,
  targetOf,
} from './exemptionTarget';
import { fullRef } from './fullRef';
import { textParameter } from './queryParameters';
import { RouteContext } from './RouteContext';

/** Says all that a caller has to know who may ask for an exemption of a finding. */
export async function readExemptionOptions(
  context: RouteContext,
  request: Request,
): Promise<ExemptionOptions> {
  const { access, approvers, controls, reader } = context;
  const caller = await access.requireUser(request, 'ask for exemptions');
  const entity = textParameter(request, 'entity');
  const entityRef = entity && fullRef('entity', entity);
  await requireMayAsk(context, caller, entityRef);
  const key = textParameter(request, 'findingKey')!;
  const exemptable = await requireExemptable(context, key, entityRef);
  const known = await reader.getFinding(key);
  if (!known) throw new NotFoundError(`There is no open finding ${key}`);
  const { finding } = known;
  const affected = await readAffected(context, entityRef);
  const scopes = EXEMPTION_SCOPES.filter(scope =>
    isScopeOf(scope, exemptable, entityRef),
  );
  return {
    findingKey: key,
    control: finding.control,
    title: findingTitle(finding, controls),
    severity: finding.severity,
    resource: resourceView(finding),
    containers: containersOf(finding),
    ...(await exemptionOf(context, key, entityRef)),
    options: await Promise.all(
      scopes.map(scope =>
        optionOf(context, targetOf(exemptable, scope, entityRef), affected),
      ),
    ),
    approvers: [...approvers.groups],
  };
}

async function optionOf(
  context: RouteContext,
  target: ExemptionTargetRecord,
  affected: AffectedEntity | undefined,
): Promise<ExemptionOption> {
  const { scope } = target;
  const measured = await measure(context, target);
  return isAllCritical(measured)
    ? { scope, refused: 'eachCriticalByItself' }
    : { scope, preview: previewOf(context, measured, affected) };
}

/** A control on a workload can be asked for where the finding is on one; that on an entity, where there is one. */
function isScopeOf(
  scope: ExemptionScope,
  { subjectType }: ExemptableFinding,
  entityRef: string | undefined,
): boolean {
  if (scope === 'workload') return subjectType === 'workload';
  return scope === 'finding' || entityRef !== undefined;
}

function containersOf({ violations }: FindingRecord): string[] {
  return [...new Set(violations.flatMap(({ container }) => container ?? []))];
}

async function exemptionOf(
  context: RouteContext,
  key: string,
  entityRef: string | undefined,
): Promise<Pick<ExemptionOptions, 'exemption'>> {
  const exemption = (await findingExemptions(context, [key], entityRef)).get(
    key,
  );
  return exemption ? { exemption } : {};
}
