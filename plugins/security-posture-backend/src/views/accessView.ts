import {
  AccessResponse,
  AccountRightsView,
  AccountRightView,
  AccountView,
} from 'backstage-plugin-security-posture-common';
import { SEVERITIES, severityRank } from 'security-posture-engine';
import { EntityAccount, EntityWorkload } from '../database/EntityDetailsReader';
import { PageOf } from '../database/HistoryReader';
import { KeptRight } from '../sweep/accountFacts';
import { findingRow } from './findingRow';
import { ControlIndex } from './PostureSettings';
import { resourceView } from './resourceView';

/** Workloads of one account that an answer names. */
const WORKLOADS_SHOWN = 50;

/** Service accounts with their rights, the workloads that use them and what is found on them; the gravest rights first. */
export function accessView(
  { items, total }: PageOf<EntityAccount>,
  workloads: PageOf<EntityWorkload>,
  controls: ControlIndex,
): AccessResponse {
  return {
    items: [...items]
      .sort((one, other) => rankOf(one) - rankOf(other))
      .map(account => accountView(account, workloads.items, controls)),
    total,
    workloadsTotal: workloads.total,
    workloadsLookedAt: workloads.items.length,
  };
}

/** What a service account may do. `staleData` where no sweep has told since an upgrade. */
export function accountRights({
  facts,
}: Pick<EntityAccount, 'facts'>): AccountRightsView {
  if (!facts)
    return { rights: [], rightsLeftOut: 0, rightsUnread: 'staleData' };
  return {
    rights: facts.rights.map(rightView),
    rightsLeftOut: facts.leftOut ?? 0,
    ...(facts.unread ? { rightsUnread: facts.unread } : {}),
    ...(facts.token === undefined ? {} : { token: facts.token }),
  };
}

function accountView(
  account: EntityAccount,
  workloads: readonly EntityWorkload[],
  controls: ControlIndex,
): AccountView {
  const users = workloads.filter(({ facts }) =>
    facts.uses.includes(account.key),
  );
  return {
    resource: resourceView(account),
    ...accountRights(account),
    workloads: users.slice(0, WORKLOADS_SHOWN).map(resourceView),
    workloadsTotal: users.length,
    findings: account.findings.map(finding => findingRow(finding, controls)),
  };
}

function rightView({
  verbs,
  objects,
  names,
  role,
  binding,
  ...right
}: KeptRight): AccountRightView {
  return {
    ...right,
    verbs: [...verbs],
    objects: [...objects],
    names: [...names],
    role: { ...role },
    binding: { ...binding },
  };
}

/** Rights are kept with the gravest first. */
function rankOf({ facts }: EntityAccount): number {
  const severity = facts?.rights[0]?.severity;
  return severity ? severityRank(severity) : SEVERITIES.length;
}
