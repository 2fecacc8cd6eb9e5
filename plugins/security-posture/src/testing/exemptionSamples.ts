import type {
  ExemptionDetails,
  ExemptionOptions,
  ExemptionPreview,
  ExemptionsRegister,
} from 'backstage-plugin-security-posture-common';
import { aResource, minutesAgo } from './sampleParts';

const DAY_MINUTES = 24 * 60;
const ENTITY = 'component:default/payments-api';
const APPROVERS = ['group:default/security-champions'];

/** So many days from now; negative ones lie behind. */
export function inDays(days: number): string {
  return minutesAgo(-days * DAY_MINUTES);
}

/** What exempting the privileged container would cover and change. */
export function anExemptionPreview(
  rest: Partial<ExemptionPreview> = {},
): ExemptionPreview {
  return {
    control: 'privileged-container',
    severity: 'critical',
    appliesTo: 2,
    consequences: 1,
    criticalLeftOut: 0,
    maxDays: 90,
    effect: {
      scoreFrom: { value: 16, grade: 'F', coverage: 0.96 },
      scoreTo: { value: 50, grade: 'D', coverage: 0.96 },
      raw: { value: 16, grade: 'F', coverage: 0.96 },
      readinessTo: 'notReady',
      reasonsTo: [{ kind: 'openFindings', severity: 'high', count: 3 }],
    },
    ...rest,
  };
}

/** What can be asked for on the privileged container of payments-api. */
export function anExemptionOptions(
  rest: Partial<ExemptionOptions> = {},
): ExemptionOptions {
  return {
    findingKey: 'privileged-1',
    control: 'privileged-container',
    title: 'A container runs privileged',
    severity: 'critical',
    resource: aResource(),
    containers: ['agent'],
    options: [
      { scope: 'finding', preview: anExemptionPreview() },
      { scope: 'workload', refused: 'eachCriticalByItself' },
      { scope: 'entity', refused: 'eachCriticalByItself' },
    ],
    approvers: APPROVERS,
    ...rest,
  };
}

/** What can be asked for where nothing is critical. */
export function wideExemptionOptions(): ExemptionOptions {
  const preview = anExemptionPreview({
    control: 'run-as-non-root',
    severity: 'medium',
    maxDays: 365,
    consequences: 0,
  });
  return anExemptionOptions({
    control: 'run-as-non-root',
    title: 'A container runs as root',
    severity: 'medium',
    options: [
      { scope: 'finding', preview: { ...preview, appliesTo: 1 } },
      { scope: 'workload', preview: { ...preview, appliesTo: 1 } },
      {
        scope: 'entity',
        preview: { ...preview, appliesTo: 3, criticalLeftOut: 1 },
      },
    ],
  });
}

/** A request of Olivia that waits, as an approver sees it. */
export function anExemption(
  rest: Partial<ExemptionDetails> = {},
): ExemptionDetails {
  return {
    id: '11111111-1111-4111-8111-111111111111',
    scope: 'finding',
    state: 'pending',
    control: 'privileged-container',
    title: 'A container runs privileged',
    severity: 'critical',
    entityRef: ENTITY,
    findingKey: 'privileged-1',
    resource: aResource(),
    category: 'vendorDependency',
    reason: 'The node agent needs the probes of the host until January.',
    compensatingControl: 'Runs on a tainted pool only.',
    link: 'https://tracker.example.com/SEC-1142',
    source: 'request',
    requestedBy: 'user:default/olivia',
    requestedAt: minutesAgo(4),
    expiresAt: inDays(30),
    version: 1,
    appliesTo: 1,
    events: [
      { what: 'requested', actor: 'user:default/olivia', at: minutesAgo(4) },
    ],
    evidence: [
      {
        path: 'spec.template.spec.containers[1].securityContext.privileged',
        container: 'agent',
        field: 'securityContext.privileged',
        message: 'container "agent" is privileged',
        actual: true,
        expected: false,
      },
    ],
    may: ['approve', 'deny', 'shorten', 'revoke'],
    own: false,
    ...rest,
  };
}

function decided(
  state: ExemptionDetails['state'],
  id: string,
  rest: Partial<ExemptionDetails> = {},
): ExemptionDetails {
  return anExemption({
    id: `${id.repeat(8)}-1111-4111-8111-111111111111`,
    state,
    decidedBy: 'user:default/kenji',
    decidedAt: minutesAgo(120),
    version: 2,
    may: [],
    ...rest,
  });
}

/** An exemption in each of its stages. */
export const EXEMPTION_STAGES = {
  requested: () => anExemption(),
  inForce: () => decided('approved', '2', { may: ['shorten', 'revoke'] }),
  ending: () =>
    decided('approved', '3', { expiresAt: inDays(3.5), may: ['revoke'] }),
  reopened: () =>
    anExemption({
      id: '44444444-1111-4111-8111-111111111111',
      reopenedAt: inDays(-1),
      version: 3,
      evidenceBefore: [
        {
          path: 'spec.template.spec.containers[1].securityContext.privileged',
          container: 'agent',
          field: 'securityContext.capabilities',
          message: 'container "agent" adds SYS_ADMIN',
          actual: ['SYS_ADMIN'],
          expected: [],
        },
      ],
    }),
  nothing: () => decided('approved', '5', { appliesTo: 0, may: ['revoke'] }),
  denied: () =>
    decided('denied', '6', {
      note: 'Use the build without privileges, out since <b>12 Nov</b>.',
      appliesTo: 0,
    }),
  expired: () =>
    decided('expired', '7', {
      decidedBy: 'system',
      expiresAt: inDays(-2),
      appliesTo: 0,
    }),
  ended: () => decided('revoked', '8', { appliesTo: 0 }),
} satisfies Record<string, () => ExemptionDetails>;

/** A page of the register with an exemption in each stage. */
export function aRegister(
  rest: Partial<ExemptionsRegister> = {},
): ExemptionsRegister {
  const items = Object.values(EXEMPTION_STAGES).map(stage => stage());
  return {
    items,
    total: items.length,
    partial: false,
    counts: {
      pending: 2,
      expiring: 1,
      inForce: 3,
      appliesToNothing: 1,
      ended: 3,
    },
    approvers: APPROVERS,
    decides: true,
    ...rest,
  };
}
