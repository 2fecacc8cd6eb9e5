import {
  AuthService,
  BackstageCredentials,
  BackstageUserPrincipal,
  HttpAuthService,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { CatalogServiceRequestOptions } from '@backstage/plugin-catalog-node';
import {
  AuthorizePermissionRequest,
  AuthorizeResult,
  BasicPermission,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import { Request } from 'express';
import { createHash } from 'node:crypto';
import { chunksOf } from '../../database/chunks';
import { ReadCatalog } from '../RouterOptions';
import { ExpiringCache } from '../ExpiringCache';
import { askPortal } from './askPortal';
import { catalogDecision } from './catalogDecision';

/** What the catalog is asked about where there is nothing to ask about, so that the time of the answer tells nothing. */
const NOBODY = 'component:default/nobody';

/** Callers of whom a permission is remembered. */
const CALLERS_REMEMBERED = 10_000;

/** How long it is remembered, in milliseconds. */
const PERMISSION_REMEMBERED_MS = 10_000;

/** Refs that one request to the catalog names. */
const REFS_A_REQUEST = 500;

/** What of many entities is asked for: who they are, and whether they should have workloads. */
const IDENTIFYING_FIELDS = [
  'kind',
  'metadata.namespace',
  'metadata.name',
  'metadata.annotations',
];

/** What access is decided with. */
export interface CallerAccessOptions {
  readonly auth: AuthService;
  readonly catalog: ReadCatalog;
  readonly httpAuth: HttpAuthService;
  readonly logger: LoggerService;
  readonly permissions: PermissionsService;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

/** Decides what a caller may see and do, with the caller's own credentials. */
export class CallerAccess {
  private readonly held: ExpiringCache<void>;
  private readonly seeingAll: ExpiringCache<boolean>;

  constructor(private readonly options: CallerAccessOptions) {
    const remembering = {
      lifetime: PERMISSION_REMEMBERED_MS,
      size: CALLERS_REMEMBERED,
      clock: options.clock,
    };
    this.held = new ExpiringCache(remembering);
    this.seeingAll = new ExpiringCache(remembering);
  }

  /** The caller of a request. Throws an AuthenticationError where there is none. */
  credentialsOf(request: Request): Promise<BackstageCredentials> {
    return this.options.httpAuth.credentials(request);
  }

  /** The caller, who holds this permission. Throws a NotAllowedError where not. */
  async require(
    request: Request,
    permission: BasicPermission,
  ): Promise<BackstageCredentials> {
    const credentials = await this.credentialsOf(request);
    if (!(await this.holds(credentials, permission)))
      throw notAllowed(permission.name);
    return credentials;
  }

  /**
   * `require`, for what a page asks again and again: who shows the same token within ten seconds holds what it held.
   * A refusal is not remembered.
   */
  requireOften(request: Request, permission: BasicPermission): Promise<void> {
    const ask = async () => {
      await this.require(request, permission);
    };
    const token = tokenKey(request);
    return token === undefined
      ? ask()
      : this.held.get(`${permission.name} ${token}`, ask);
  }

  /**
   * Whether the caller is a user to whom the policy shows all of the catalog, as of at most ten seconds ago. It is asked what
   * the catalog's own routes ask.
   */
  async seesWholeCatalog(
    request: Request,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    if (!this.options.auth.isPrincipal(credentials, 'user')) return false;
    const ask = async () => {
      const decision = await catalogDecision(this.options, credentials);
      return decision === AuthorizeResult.ALLOW;
    };
    const token = tokenKey(request);
    return token === undefined ? ask() : this.seeingAll.get(token, ask);
  }

  /** The ref of a caller who is a user; undefined for a service. */
  userOf(credentials: BackstageCredentials): string | undefined {
    return this.options.auth.isPrincipal(credentials, 'user')
      ? credentials.principal.userEntityRef
      : undefined;
  }

  /** The caller, who is a user. Throws a NotAllowedError where it is a service. */
  async requireUser(
    request: Request,
    doing: string,
  ): Promise<BackstageCredentials<BackstageUserPrincipal>> {
    const credentials = await this.credentialsOf(request);
    if (!this.options.auth.isPrincipal(credentials, 'user'))
      throw new NotAllowedError(
        `Only people ${doing}: sign in as a user, for a service cannot`,
      );
    return credentials;
  }

  holds(
    credentials: BackstageCredentials,
    permission: BasicPermission,
  ): Promise<boolean> {
    return this.isAllowed(credentials, { permission });
  }

  /** Throws a NotAllowedError where the caller does not hold this permission on this entity. */
  async requireOnEntity(
    credentials: BackstageCredentials,
    permission: ResourcePermission,
    entityRef: string,
  ): Promise<void> {
    const request = { permission, resourceRef: entityRef };
    if (!(await this.isAllowed(credentials, request)))
      throw notAllowed(permission.name);
  }

  /** An entity as the caller sees it. One that is hidden and one that is absent give the same NotFoundError. */
  async readEntity(
    credentials: BackstageCredentials,
    entityRef: string,
  ): Promise<Entity> {
    const entity = await this.askCatalog(credentials, (catalog, options) =>
      catalog.getEntityByRef(entityRef, options),
    );
    if (!entity)
      throw new NotFoundError(
        `The catalog shows you no entity ${entityRef}. Check its kind, namespace and name`,
      );
    return entity;
  }

  /** Those of these entities that the catalog shows the caller, by ref, with their annotations and little more. */
  async readEntities(
    credentials: BackstageCredentials,
    entityRefs: readonly string[],
  ): Promise<ReadonlyMap<string, Entity>> {
    const seen = new Map<string, Entity>();
    for (const chunk of chunksOf(entityRefs, REFS_A_REQUEST)) {
      const { items } = await this.askCatalog(credentials, (catalog, options) =>
        catalog.getEntitiesByRefs(
          { entityRefs: [...chunk], fields: [...IDENTIFYING_FIELDS] },
          options,
        ),
      );
      for (const entity of items)
        if (entity) seen.set(stringifyEntityRef(entity), entity);
    }
    return seen;
  }

  /**
   * The first of these entities that the catalog shows the caller, in their order and at most so many.
   * The catalog is asked in any case: what is hidden and what is absent take the same time.
   */
  async firstSeen(
    credentials: BackstageCredentials,
    entityRefs: readonly string[],
    most: number,
  ): Promise<readonly string[]> {
    const asked = entityRefs.length > 0 ? entityRefs : [NOBODY];
    const seen: string[] = [];
    for (const chunk of chunksOf(asked, REFS_A_REQUEST)) {
      const { items } = await this.askCatalog(credentials, (catalog, options) =>
        catalog.getEntitiesByRefs(
          { entityRefs: [...chunk], fields: ['kind'] },
          options,
        ),
      );
      seen.push(...chunk.filter((_, index) => items[index] !== undefined));
      if (seen.length >= most) break;
    }
    return entityRefs.length > 0 ? seen.slice(0, most) : [];
  }

  /** True where the catalog shows the caller at least one of these entities; false where there are none. */
  async seesAny(
    credentials: BackstageCredentials,
    entityRefs: readonly string[],
  ): Promise<boolean> {
    const [first] = await this.firstSeen(credentials, entityRefs, 1);
    return first !== undefined;
  }

  private async isAllowed(
    credentials: BackstageCredentials,
    request: AuthorizePermissionRequest,
  ): Promise<boolean> {
    const { permissions, logger } = this.options;
    const [{ result }] = await askPortal('permission', logger, () =>
      permissions.authorize([request], { credentials }),
    );
    return result === AuthorizeResult.ALLOW;
  }

  private askCatalog<T>(
    caller: BackstageCredentials,
    ask: (
      catalog: ReadCatalog,
      options: CatalogServiceRequestOptions,
    ) => Promise<T>,
  ): Promise<T> {
    const { catalog, logger } = this.options;
    return askPortal('catalog', logger, async () =>
      ask(catalog, { credentials: await this.catalogCredentials(caller) }),
    );
  }

  /** A service cannot be forwarded to the catalog with a restricted token: it sees what the plugin sees. */
  private async catalogCredentials(
    credentials: BackstageCredentials,
  ): Promise<BackstageCredentials> {
    return this.options.auth.isPrincipal(credentials, 'service')
      ? this.options.auth.getOwnServiceCredentials()
      : credentials;
  }
}

/** What the token of a request is remembered by, which is not the token; undefined where it shows none. */
function tokenKey({ headers }: Request): string | undefined {
  const shown = headers.authorization;
  return shown && createHash('sha256').update(shown).digest('base64');
}

function notAllowed(permission: string): NotAllowedError {
  return new NotAllowedError(
    `You lack the permission ${permission}. Ask those who run the portal for it`,
  );
}
