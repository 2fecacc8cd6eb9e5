import {
  BackstageCredentials,
  BackstageUserPrincipal,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  AuthorizeResult,
  Permission,
} from '@backstage/plugin-permission-common';
import { ReadCatalog } from '../RouterOptions';

/** What one user may do. */
export interface Rights {
  /** Names of permissions that are denied. */
  readonly denied?: readonly string[];
  /** Which entities the catalog shows; all where it is not given. */
  readonly sees?: (entityRef: string) => boolean;
  /** Entities on which resource permissions are granted; all where it is not given. */
  readonly owns?: (entityRef: string) => boolean;
}

/** A permission policy and a catalog that agree about what each user may see. Services may do everything. */
export class CallerPolicy {
  /** Rights by user ref; users that are not named have all. */
  readonly rights = new Map<string, Rights>();
  entities: Entity[] = [];
  /** Who asked the catalog: refs of users, subjects of services. */
  readonly askedBy: string[] = [];
  /** How often the catalog was asked. */
  readonly asked = { byRef: 0, byRefs: 0, facets: 0 };

  readonly permissions: PermissionsService = {
    authorize: async (requests, { credentials }) =>
      requests.map(({ permission, resourceRef }) => ({
        result: this.mayUse(
          credentials as BackstageCredentials,
          permission,
          resourceRef,
        )
          ? AuthorizeResult.ALLOW
          : AuthorizeResult.DENY,
      })),
    authorizeConditional: async (requests, { credentials }) =>
      requests.map(({ permission }) => {
        const { denied, sees } = this.rightsOf(
          credentials as BackstageCredentials,
        );
        if (denied?.includes(permission.name))
          return { result: AuthorizeResult.DENY };
        if (!sees) return { result: AuthorizeResult.ALLOW };
        return {
          result: AuthorizeResult.CONDITIONAL,
          pluginId: 'catalog',
          resourceType: 'catalog-entity',
          conditions: {
            rule: 'IS_ENTITY_OWNER',
            resourceType: 'catalog-entity',
          },
        };
      }),
  };

  readonly catalog: ReadCatalog = {
    getEntityByRef: async (ref, { credentials }) => {
      this.asked.byRef += 1;
      return this.visible(credentials).find(
        entity => stringifyEntityRef(entity) === ref,
      );
    },
    getEntitiesByRefs: async ({ entityRefs }, { credentials }) => {
      this.asked.byRefs += 1;
      const visible = this.visible(credentials);
      return {
        items: entityRefs.map(ref =>
          visible.find(entity => stringifyEntityRef(entity) === ref),
        ),
      };
    },
    getEntityFacets: async ({ facets: [facet] }, { credentials }) => {
      this.asked.facets += 1;
      const values = this.visible(credentials).flatMap(
        ({ metadata }) => metadata.uid ?? [],
      );
      return {
        facets: { [facet]: values.map(value => ({ value, count: 1 })) },
      };
    },
  };

  private mayUse(
    credentials: BackstageCredentials,
    permission: Permission,
    resourceRef: string | undefined,
  ): boolean {
    const { denied, owns } = this.rightsOf(credentials);
    if (denied?.includes(permission.name)) return false;
    return resourceRef === undefined || (owns?.(resourceRef) ?? true);
  }

  private visible(credentials: BackstageCredentials): Entity[] {
    const { userEntityRef, subject } = credentials.principal as {
      userEntityRef?: string;
      subject?: string;
    };
    this.askedBy.push(userEntityRef ?? subject ?? 'nobody');
    const { denied, sees } = this.rightsOf(credentials);
    if (denied?.includes('catalog.entity.read')) return [];
    return this.entities.filter(
      entity => sees?.(stringifyEntityRef(entity)) ?? true,
    );
  }

  private rightsOf({ principal }: BackstageCredentials): Rights {
    const { userEntityRef } = principal as Partial<BackstageUserPrincipal>;
    return (userEntityRef && this.rights.get(userEntityRef)) || {};
  }
}
