import { FindingView } from 'backstage-plugin-security-posture-common';
import { allControls } from 'security-posture-engine';
import { ask } from '../../service/__testUtils__/callers';
import {
  AUDIT_POLICY,
  KUBE_BENCH,
} from '../../service/__testUtils__/documents';
import { CLUSTER, OTHER_CLUSTER } from './halves';
import { ApiOperation } from './operations';
import { ADMIN, REQUESTER } from './TestPolicy';
import { WholePortal } from './WholePortal';

/** Values of the parameters of a path, and the query behind it. */
export interface CallParts {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: unknown;
}

/** What a portal that is asked has to have. */
export type AskablePortal = Pick<WholePortal, 'server' | 'scheduler' | 'knex'>;

/** Asks any operation of the document about an entity, one of its findings, and its cluster. */
export class ApiCaller {
  constructor(
    private readonly portal: AskablePortal,
    /** Name of the component that is asked about. */
    readonly component: string,
    private readonly clusters: readonly [string, string] = [
      CLUSTER,
      OTHER_CLUSTER,
    ],
  ) {}

  /** The cluster that is asked about. */
  get cluster(): string {
    return this.clusters[0];
  }

  /** Sends a request that is all right, but for the parts that are given. */
  async send(
    operation: ApiOperation,
    caller: string | undefined,
    parts: CallParts = {},
  ) {
    const { path, body } = await this.prepare(operation, parts);
    const response = await ask(
      this.portal,
      operation.method,
      path,
      caller,
    ).send(body);
    await this.portal.scheduler.settle();
    return response;
  }

  /** What to send; what has to be there before, is there. */
  async prepare(
    operation: ApiOperation,
    parts: CallParts = {},
  ): Promise<{ readonly path: string; readonly body: object | undefined }> {
    const path = await this.pathOf(operation, parts);
    const body = parts.body ?? (await this.bodyOf(operation));
    return { path, body: body as object | undefined };
  }

  private async pathOf(
    { path, parameters, id }: ApiOperation,
    parts: CallParts = {},
  ): Promise<string> {
    let filled = path;
    for (const { name } of parameters.filter(
      ({ in: place }) => place === 'path',
    ))
      filled = filled.replace(
        `{${name}}`,
        parts.path?.[name] ?? (await this.valueOf(path, name, id)),
      );
    const query = parts.query ?? this.queryOf(parameters);
    return query ? `${filled}?${query}` : filled;
  }

  /** What a parameter of a path is filled with. Throws where nobody has said so. */
  private async valueOf(
    path: string,
    name: string,
    operationId: string,
  ): Promise<string> {
    const prepare = PREPARED[operationId] ?? COLLECTIONS[path.split('/')[1]];
    const value = (await prepare?.(this))?.[name];
    if (value === undefined)
      throw new Error(`Say in ApiCaller what {${name}} of ${path} is`);
    return value;
  }

  private queryOf(parameters: ApiOperation['parameters']): string {
    const [cluster, other] = this.clusters;
    const queries: Readonly<Record<string, string>> = {
      cluster,
      owner: 'none',
      scope: 'organisation',
      a: cluster,
      b: other,
    };
    return parameters
      .filter(({ in: place, required }) => place === 'query' && required)
      .map(({ name }) => {
        if (!(name in queries))
          throw new Error(`Say in ApiCaller what the query ${name} is`);
        return `${name}=${queries[name]}`;
      })
      .join('&');
  }

  private async bodyOf({ id, takesBody }: ApiOperation): Promise<unknown> {
    if (!takesBody) return undefined;
    if (!(id in BODIES)) throw new Error(`Say in ApiCaller what ${id} takes`);
    return BODIES[id](this);
  }

  /** The gravest findings of the component. */
  async findings(): Promise<readonly FindingView[]> {
    const path = `/entities/component/default/${this.component}/findings`;
    const { body } = await ask(this.portal, 'get', path, ADMIN);
    return body.items;
  }

  /** The id of what a request creates. */
  async create(
    path: string,
    body?: object,
    caller: string = ADMIN,
  ): Promise<string> {
    const response = await ask(this.portal, 'post', path, caller).send(body);
    await this.portal.scheduler.settle();
    if (response.body.id === undefined)
      throw new Error(`post ${path} was answered with ${response.text}`);
    return response.body.id;
  }

  /** Of a control of no great weight, another one each time: two people cannot ask for the same. */
  exemptionRequest(): object {
    const control = MENDABLE[asked % MENDABLE.length];
    asked += 1;
    return {
      scope: 'entity',
      control,
      entityRef: `component:default/${this.component}`,
      category: 'acceptedRisk',
      reason: 'The next release mends it',
      expiresAt: inDays(20),
    };
  }

  /** The id of an exemption that somebody else asked for; where another has asked for the same, of the next control. */
  async createExemption(): Promise<string> {
    for (;;) {
      const asked = ask(this.portal, 'post', '/exemptions', REQUESTER);
      const { status, body, text } = await asked.send(this.exemptionRequest());
      if (status === 201) return body.id;
      if (status !== 409) throw new Error(`It was answered with ${text}`);
    }
  }

  /** What a person states of a control that only a person can answer. */
  async attestation(): Promise<object> {
    const manual = { reason: 'manual', cluster: this.cluster };
    const { knex } = this.portal;
    const row =
      (await knex('gaps').where(manual).first('control_id')) ??
      (await knex('findings').where(manual).first('control_id'));
    return {
      cluster: this.cluster,
      control: row?.control_id,
      outcome: 'pass',
      statement: 'I looked at it with the auditors',
      expiresAt: inDays(30),
    };
  }
}

let asked = 0;

const MENDABLE: readonly string[] = allControls()
  .filter(({ severity }) => severity === 'medium' || severity === 'low')
  .map(({ id }) => id);

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString();
}

type Prepare = (api: ApiCaller) => Promise<Readonly<Record<string, string>>>;

/** What the parameters of paths are, by the first word of the path. */
const COLLECTIONS: Readonly<Record<string, Prepare>> = {
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
  findings: async api => ({ key: (await api.findings())[0].key }),
  scans: async api => ({
    id: await api.create(`/entities/component/default/${api.component}/scan`),
  }),
};

/** What they are for operations that need a thing in a certain state. */
const PREPARED: Readonly<Record<string, Prepare>> = {
  withdrawAttestation: async api => ({
    id: await api.create('/attestations', await api.attestation()),
  }),
};

/** What is posted, by operation. */
const BODIES: Readonly<Record<string, (api: ApiCaller) => Promise<unknown>>> = {
  importKubeBench: async () => KUBE_BENCH,
  importAuditPolicy: async () => AUDIT_POLICY,
  getPosturesByRefs: async ({ component }) => ({
    entityRefs: [`component:default/${component}`],
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
