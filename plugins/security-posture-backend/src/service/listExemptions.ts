import {
  ExemptionPart,
  ExemptionsRegister,
  ExemptionsResponse,
  ExemptionState,
  postureClusterReadPermission,
  postureReadPermission,
} from 'backstage-plugin-security-posture-common';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Request } from 'express';
import {
  ExemptionRecord,
  ExemptionsChoice,
  ExemptionsFilter,
  ExemptionsSearch,
} from '../database/ExemptionStore';
import { DAY_MS } from '../exemptions/ExemptionSettings';
import { exemptionView } from '../views/exemptionView';
import { ControlIndex } from '../views/PostureSettings';
import { DEFAULT_LIMIT } from './entityFindings';
import { fullRef } from './fullRef';
import { offsetPage } from './offsetPage';
import {
  flagParameter,
  listParameter,
  numberParameter,
  textParameter,
} from './queryParameters';
import { RouteContext } from './RouteContext';
import { exemptionCaller, tellExemptions } from './tellExemptions';

/** Days before its end from which on an exemption expires soon. */
const SOON_DAYS = 14;

/** Exemptions of a page of the register where the caller does not say. */
const REGISTER_LIMIT = 25;

type Narrowing = Partial<
  Pick<ExemptionsFilter, 'states' | 'expiresBefore' | 'appliesToNothing'>
>;

/** A page of the exemptions that the caller may see. */
export async function listExemptions(
  context: RouteContext,
  request: Request,
): Promise<ExemptionsResponse> {
  const { choice } = await readChoice(context, request);
  const days = numberParameter(request, 'expiresWithinDays');
  const { records, ...page } = await readPage(context, request, choice, {
    limit: DEFAULT_LIMIT,
    states: listParameter<ExemptionState>(request, 'states'),
    ...(days === undefined ? {} : { expiresBefore: soonest(choice, days) }),
    appliesToNothing: flagParameter(request, 'appliesToNothing'),
  });
  const { controls } = context;
  return {
    items: records.map(item => exemptionView(item, controls, choice.now)),
    ...page,
  };
}

/** A page of the register, with histories, how many each part has, and what the caller may do. */
export async function readExemptionsRegister(
  context: RouteContext,
  request: Request,
): Promise<ExemptionsRegister> {
  const { choice, credentials } = await readChoice(context, request);
  const soon = soonest(choice, SOON_DAYS);
  const part = textParameter(request, 'part') as ExemptionPart | undefined;
  const [{ records, ...page }, counts, caller] = await Promise.all([
    readPage(context, request, choice, {
      limit: REGISTER_LIMIT,
      ...(part ? narrow(part, soon) : {}),
    }),
    context.exemptions.countParts(choice, soon),
    exemptionCaller(context, credentials),
  ]);
  return {
    items: await tellExemptions(context, caller, records),
    ...page,
    counts,
    approvers: [...context.approvers.groups],
    decides: caller.decides,
  };
}

/** The exemptions of a part of the register. */
function narrow(part: ExemptionPart, soon: number): Narrowing {
  const parts: Readonly<Record<ExemptionPart, Narrowing>> = {
    pending: { states: ['pending'] },
    expiring: { expiresBefore: soon },
    inForce: { states: ['approved'] },
    appliesToNothing: { appliesToNothing: true },
    ended: { states: ['denied', 'revoked', 'expired'] },
  };
  return parts[part];
}

function soonest({ now }: ExemptionsChoice, days: number): number {
  return now + days * DAY_MS;
}

async function readChoice(
  { access, visible, controls, clock }: RouteContext,
  request: Request,
): Promise<{ choice: ExemptionsChoice; credentials: BackstageCredentials }> {
  const credentials = await access.require(request, postureReadPermission);
  const cluster = await access.holds(credentials, postureClusterReadPermission);
  const entities = await visible.of(credentials);
  const entity = textParameter(request, 'entity');
  const search = textParameter(request, 'search');
  const choice = {
    visible: { entities, cluster },
    ...(entity ? { entityRef: fullRef('entity', entity) } : {}),
    control: textParameter(request, 'control'),
    ...(search ? { search: searchOf(search, controls) } : {}),
    now: clock(),
  };
  return { choice, credentials };
}

/** What people know a control by is its sentence, which no table has. */
function searchOf(text: string, controls: ControlIndex): ExemptionsSearch {
  const wanted = text.toLowerCase();
  const named = [...controls.values()].filter(({ title, failureTitle }) =>
    `${title}\n${failureTitle}`.toLowerCase().includes(wanted),
  );
  return { text, controls: named.map(({ id }) => id) };
}

const FILTERS = [
  'states',
  'part',
  'entity',
  'control',
  'search',
  'expiresWithinDays',
  'appliesToNothing',
] as const;

async function readPage(
  { exemptions }: RouteContext,
  request: Request,
  choice: ExemptionsChoice,
  { limit, ...narrowing }: Narrowing & { limit: number },
): Promise<
  Omit<ExemptionsResponse, 'items'> & { records: readonly ExemptionRecord[] }
> {
  const identity = FILTERS.map(name => request.query[name] ?? null);
  const query = ['exemptions', request.path, ...identity];
  const page = offsetPage(request, query, limit);
  const { entities, cluster } = choice.visible;
  const { items, total } = await exemptions.list({
    ...choice,
    ...narrowing,
    offset: page.offset,
    limit: page.limit,
  });
  return {
    records: items,
    total,
    ...page.next(items.length, total),
    partial: entities !== 'all' || !cluster,
  };
}
