import {
  AuthService,
  BackstageCredentials,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  AuthorizeResult,
  BasicPermission,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import { Request } from 'express';
import { chunksOf } from '../../database/chunks';
import { ReadCatalog } from '../RouterOptions';

/** Refs that one request to the catalog names. */
const REFS_A_REQUEST = 500;

/** What access is decided with. */
export interface CallerAccessOptions {
  readonly auth: AuthService;
  readonly catalog: ReadCatalog;
  readonly httpAuth: HttpAuthService;
  readonly permissions: PermissionsService;
}

/** Decides what a caller may see and do, with the caller's own credentials. */
export class CallerAccess {
  constructor(private readonly options: CallerAccessOptions) {}

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

  async holds(
    credentials: BackstageCredentials,
    permission: BasicPermission,
  ): Promise<boolean> {
    const [{ result }] = await this.options.permissions.authorize(
      [{ permission }],
      { credentials },
    );
    return result === AuthorizeResult.ALLOW;
  }

  /** Throws a NotAllowedError where the caller does not hold this permission on this entity. */
  async requireOnEntity(
    credentials: BackstageCredentials,
    permission: ResourcePermission,
    entityRef: string,
  ): Promise<void> {
    const [{ result }] = await this.options.permissions.authorize(
      [{ permission, resourceRef: entityRef }],
      { credentials },
    );
    if (result !== AuthorizeResult.ALLOW) throw notAllowed(permission.name);
  }

  /** An entity as the caller sees it. One that is hidden and one that is absent give the same NotFoundError. */
  async readEntity(
    credentials: BackstageCredentials,
    entityRef: string,
  ): Promise<Entity> {
    const entity = await this.options.catalog.getEntityByRef(entityRef, {
      credentials: await this.catalogCredentials(credentials),
    });
    if (!entity)
      throw new NotFoundError(
        `The catalog shows you no entity ${entityRef}. Check its kind, namespace and name`,
      );
    return entity;
  }

  /** True where the catalog shows the caller at least one of these entities. */
  async seesAny(
    credentials: BackstageCredentials,
    entityRefs: readonly string[],
  ): Promise<boolean> {
    const options = { credentials: await this.catalogCredentials(credentials) };
    for (const chunk of chunksOf(entityRefs, REFS_A_REQUEST)) {
      const { items } = await this.options.catalog.getEntitiesByRefs(
        { entityRefs: [...chunk], fields: ['kind'] },
        options,
      );
      if (items.some(item => item !== undefined)) return true;
    }
    return false;
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

function notAllowed(permission: string): NotAllowedError {
  return new NotAllowedError(
    `You lack the permission ${permission}. Ask those who run the portal for it`,
  );
}
