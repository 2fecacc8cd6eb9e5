import {
  AuthService,
  BackstageCredentials,
  BackstageUserPrincipal,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { Visibility } from '../../database/operations/visibleRefs';
import { ReadCatalog } from '../RouterOptions';
import { askPortal } from './askPortal';
import { catalogDecision } from './catalogDecision';
import { ExpiringCache } from '../ExpiringCache';

/** How long a caller's visible entities are remembered. */
const REMEMBERED_MS = 60_000;

/** After how long they are looked up anew for one who goes on asking, so that the look into the catalog keeps nobody waiting. */
const RENEWED_AFTER_MS = 30_000;

/** Callers that are remembered at a time. */
const REMEMBERED_CALLERS = 100;

/** Entities asked of the catalog at a time. */
const PAGE_SIZE = 1_000;

/** An entity that the plugin stores. */
export interface StoredEntity {
  readonly entityRef: string;
  readonly kind: string;
}

/** What visibility is decided with. */
export interface VisibleEntitiesOptions {
  readonly auth: AuthService;
  readonly catalog: ReadCatalog;
  readonly logger: LoggerService;
  readonly permissions: PermissionsService;
  /** The entities that the plugin stores, to ask the catalog about no others. */
  readonly listStoredEntities: () => Promise<readonly StoredEntity[]>;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

/** Says which of the stored entities a caller may see in the catalog, for lists and numbers over many. */
export class VisibleEntities {
  private readonly remembered: ExpiringCache<ReadonlySet<string>>;

  constructor(private readonly options: VisibleEntitiesOptions) {
    this.remembered = new ExpiringCache({
      lifetime: REMEMBERED_MS,
      renewAfter: RENEWED_AFTER_MS,
      size: REMEMBERED_CALLERS,
      clock: options.clock,
    });
  }

  /** One permission request; only a conditional answer costs a look into the catalog, once or twice a minute and caller. */
  async of(credentials: BackstageCredentials): Promise<Visibility> {
    const { auth, logger } = this.options;
    if (!auth.isPrincipal(credentials, 'user')) return 'all';
    const result = await catalogDecision(this.options, credentials);
    if (result === AuthorizeResult.ALLOW) return 'all';
    if (result === AuthorizeResult.DENY) return 'none';
    return this.remembered.get(
      credentials.principal.userEntityRef,
      async before => {
        const visible = await askPortal('catalog', logger, () =>
          this.listVisible(credentials),
        );
        return before && areSame(before, visible) ? before : visible;
      },
    );
  }

  /** The stored refs among those that the catalog shows; the strings are the stored ones, so that callers share them. */
  private async listVisible(
    credentials: BackstageCredentials<BackstageUserPrincipal>,
  ): Promise<ReadonlySet<string>> {
    const stored = await this.options.listStoredEntities();
    const known = new Map(
      stored.map(({ entityRef }) => [entityRef, entityRef]),
    );
    const kinds = [...new Set(stored.map(({ kind }) => kind))];
    const visible = new Set<string>();
    if (kinds.length === 0) return visible;
    const pages = this.options.catalog.streamEntities(
      {
        filter: { kind: kinds },
        fields: ['kind', 'metadata.namespace', 'metadata.name'],
        pageSize: PAGE_SIZE,
      },
      { credentials },
    );
    for await (const page of pages) {
      for (const entity of page) {
        const ref = known.get(stringifyEntityRef(entity));
        if (ref !== undefined) visible.add(ref);
      }
    }
    return visible;
  }
}

/** One set is one sight: what was read for it is remembered by it. */
function areSame(
  left: ReadonlySet<string>,
  right: ReadonlySet<string>,
): boolean {
  return left.size === right.size && [...left].every(ref => right.has(ref));
}
