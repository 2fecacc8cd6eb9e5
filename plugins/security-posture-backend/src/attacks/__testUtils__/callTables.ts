import { allControls } from 'security-posture-engine';
import {
  AUDIT_POLICY,
  KUBE_BENCH,
} from '../../service/__testUtils__/documents';
import type { ApiCaller } from './ApiCaller';

let asked = 0;

/** Controls of no great weight. */
const MENDABLE: readonly string[] = allControls()
  .filter(({ severity }) => severity === 'medium' || severity === 'low')
  .map(({ id }) => id);

/** Manifests that somebody wants to roll out. */
const PRIVILEGED = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'cart' },
  spec: {
    containers: [
      { name: 'cart', image: 'cart', securityContext: { privileged: true } },
    ],
  },
};

export function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString();
}

export type Prepare = (
  api: ApiCaller,
) => Promise<Readonly<Record<string, string>>>;

/** What the parameters of paths are, by the first word of the path. */
export const COLLECTIONS: Readonly<Record<string, Prepare>> = {
  imports: async () => ({ importer: 'kube-bench' }),
  scopes: async () => ({
    kind: 'group',
    namespace: 'default',
    name: 'lumen-team',
  }),
  exemptions: async api => ({ id: await api.createExemption() }),
  entities: async ({ component }) => ({
    kind: 'component',
    namespace: 'default',
    name: component,
  }),
  clusters: async ({ cluster }) => ({ name: cluster }),
  controls: async () => ({ id: 'privileged-container' }),
  'control-standings': async () => ({ id: 'privileged-container' }),
  findings: async api => ({ key: (await api.findings())[0].key }),
  scans: async api => ({
    id: await api.create(`/entities/component/default/${api.component}/scan`),
  }),
};

/** What they are for operations that need a thing in a certain state. */
export const PREPARED: Readonly<Record<string, Prepare>> = {
  withdrawAttestation: async api => ({
    id: await api.create('/attestations', await api.attestation()),
  }),
};

/** Queries of operations that ask about one thing. */
export const QUERIES: Readonly<
  Record<string, (api: ApiCaller) => Promise<string>>
> = {
  getExemptionOptions: async api =>
    `findingKey=${(await api.findings())[0].key}&entity=component:default/${
      api.component
    }`,
};

/** What is posted, by operation. */
export const BODIES: Readonly<
  Record<string, (api: ApiCaller) => Promise<unknown>>
> = {
  importKubeBench: async () => KUBE_BENCH,
  importReport: async () => KUBE_BENCH,
  importAuditPolicy: async () => AUDIT_POLICY,
  getPosturesByRefs: async ({ component }) => ({
    entityRefs: [`component:default/${component}`],
  }),
  evaluate: async ({ component }) => ({
    manifests: JSON.stringify(PRIVILEGED),
    entityRef: `component:default/${component}`,
  }),
  previewExemption: async ({ component }) => ({
    scope: 'entity',
    control: 'run-as-non-root',
    entityRef: `component:default/${component}`,
  }),
  requestExemption: async api => api.exemptionRequest(),
  approveExemption: async () => ({}),
  denyExemption: async () => ({ note: 'Mend it' }),
  shortenExemption: async () => ({ expiresAt: inDays(10) }),
  revokeExemption: async () => ({}),
  attest: api => api.attestation(),
};

/** A control of no great weight, another one each time: two people cannot ask for the same exemption. */
export function nextControl(): string {
  asked += 1;
  return MENDABLE[asked % MENDABLE.length];
}
