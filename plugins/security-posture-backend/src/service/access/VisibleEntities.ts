import {
  AuthService,
  BackstageCredentials,
  BackstageUserPrincipal,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { chunksOf } from '../../database/chunks';
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

/** The field that names an entity among all. */
const UID = 'metadata.uid';

/** Refs that one request to the catalog names. */
const REFS_A_REQUEST = 500;

/** An entity that the plugin stores. */
export interface StoredEntity {
  readonly entityRef: string;
  readonly kind: string;
  /** As the catalog calls it; groups, systems and domains are stored without. */
  readonly uid?: string;
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

  /** True where the catalog has shown the caller this entity within the last minute, as far as it was asked: it is not asked now. */
  wasShown(credentials: BackstageCredentials, entityRef: string): boolean {
    if (!this.options.auth.isPrincipal(credentials, 'user')) return false;
    const seen = this.remembered.known(credentials.principal.userEntityRef);
    return seen?.has(entityRef) ?? false;
  }

  /** The stored refs among those that the catalog shows; the strings are the stored ones, so that callers share them. */
  private async listVisible(
    credentials: BackstageCredentials<BackstageUserPrincipal>,
  ): Promise<ReadonlySet<string>> {
    const stored = await this.options.listStoredEntities();
    const [byUid, byRef] = await Promise.all([
      this.seenByUid(stored, credentials),
      this.seenByRef(stored, credentials),
    ]);
    return new Set([...byUid, ...byRef]);
  }

  /** One request for all: the catalog answers it by one statement, and reads no entity for it. */
  private async seenByUid(
    stored: readonly StoredEntity[],
    credentials: BackstageCredentials<BackstageUserPrincipal>,
  ): Promise<readonly string[]> {
    const refs = new Map<string, string>();
    const kinds = new Set<string>();
    for (const { entityRef, kind, uid } of stored) {
      if (uid === undefined) continue;
      refs.set(uid, entityRef);
      kinds.add(kind);
    }
    if (refs.size === 0) return [];
    const { facets } = await this.options.catalog.getEntityFacets(
      { facets: [UID], filter: { kind: [...kinds] } },
      { credentials },
    );
    return facets[UID].flatMap(({ value }) => refs.get(value) ?? []);
  }

  private async seenByRef(
    stored: readonly StoredEntity[],
    credentials: BackstageCredentials<BackstageUserPrincipal>,
  ): Promise<readonly string[]> {
    const refs = stored.flatMap(({ entityRef, uid }) =>
      uid === undefined ? [entityRef] : [],
    );
    const seen: string[] = [];
    for (const entityRefs of chunksOf(refs, REFS_A_REQUEST)) {
      const { items } = await this.options.catalog.getEntitiesByRefs(
        { entityRefs, fields: ['kind'] },
        { credentials },
      );
      seen.push(...entityRefs.filter((_, index) => items[index]));
    }
    return seen;
  }
}

/** One set is one sight: what was read for it is remembered by it. */
function areSame(
  left: ReadonlySet<string>,
  right: ReadonlySet<string>,
): boolean {
  return left.size === right.size && [...left].every(ref => right.has(ref));
}
