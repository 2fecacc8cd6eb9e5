import { FindingView } from 'backstage-plugin-security-posture-common';
import { ask } from '../../service/__testUtils__/callers';
import {
  BODIES,
  COLLECTIONS,
  inDays,
  nextControl,
  PREPARED,
  QUERIES,
} from './callTables';
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
    const query =
      parts.query ?? (await QUERIES[id]?.(this)) ?? this.queryOf(parameters);
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

  /** What an operation is asked with beside one of its parameters. */
  async queryBeside(
    parameter: string,
    { id, parameters }: ApiOperation,
  ): Promise<string> {
    const query = (await QUERIES[id]?.(this)) ?? this.queryOf(parameters);
    return query
      .split('&')
      .filter(part => !part.startsWith(`${parameter}=`))
      .join('&');
  }

  private queryOf(parameters: ApiOperation['parameters']): string {
    const [cluster, other] = this.clusters;
    const queries: Readonly<Record<string, string>> = {
      cluster,
      owner: 'none',
      scope: 'organisation',
      a: cluster,
      b: other,
      type: 'group',
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
    return {
      scope: 'entity',
      control: nextControl(),
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
      (await knex('gaps')
        .where(manual)
        .whereNull('until')
        .orderBy('control_id')
        .first('control_id')) ??
      (await knex('findings')
        .where(manual)
        .whereNull('closed_at')
        .orderBy('control_id')
        .first('control_id'));
    return {
      cluster: this.cluster,
      control: row?.control_id,
      outcome: 'pass',
      statement: 'I looked at it with the auditors',
      expiresAt: inDays(30),
    };
  }
}
