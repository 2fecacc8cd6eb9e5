import { ServerResponse } from 'node:http';
import { ApiResource, resourceName } from '../objects/ApiResource';
import { apiVersionOf, JsonObject } from '../objects/Manifest';
import { ObjectStore } from '../store/ObjectStore';
import { StoredObject } from '../store/StoredObject';
import { StoreEvent } from '../store/StoreEvent';
import { versionExpired } from './apiErrors';
import { Selection } from './selection';

const bookmarkEveryMs = 60_000;

/** What a watch sends. */
export interface WatchPlan {
  resource: ApiResource;
  query: URLSearchParams;
  selection: Selection;
  present: (stored: StoredObject) => JsonObject;
  since: number;
  timeoutMs: number;
}

/** One watch: the past that its client lacks, then each change as it happens. */
export class WatchStream {
  private readonly table: string;
  private readonly stops: (() => void)[] = [];

  constructor(
    private readonly store: ObjectStore,
    private readonly plan: WatchPlan,
    private readonly response: ServerResponse,
  ) {
    this.table = resourceName(plan.resource);
  }

  start(): void {
    this.response.writeHead(200, {
      'Content-Type': 'application/json',
      'Cache-Control': 'no-cache, private',
    });
    this.response.flushHeaders();
    if (!this.sendPast()) {
      this.response.end();
      return;
    }
    this.follow();
  }

  /** @returns false if the changes since that version are forgotten */
  private sendPast(): boolean {
    const { since, query } = this.plan;
    const initial = query.get('sendInitialEvents') === 'true';
    if (since === 0 || initial) {
      const rows = this.store.rows(this.table);
      rows
        .filter(row => this.plan.selection.matches(row))
        .forEach(row => this.send('ADDED', this.plan.present(row)));
      this.sendBookmark(initial);
      return true;
    }
    const events = this.store.eventsAfter(this.table, since);
    if (!events) {
      const oldest = this.store.oldestVersion(this.table);
      this.send('ERROR', versionExpired(since, oldest).toStatus());
      return false;
    }
    events.forEach(event => this.sendEvent(event));
    return true;
  }

  private follow(): void {
    const { timeoutMs } = this.plan;
    const end = setTimeout(() => this.finish(), timeoutMs);
    const bookmarks = setInterval(
      () => this.sendBookmark(false),
      bookmarkEveryMs,
    );
    this.stops.push(
      this.store.subscribe(this.table, event => this.sendEvent(event)),
      () => clearTimeout(end),
      () => clearInterval(bookmarks),
    );
    this.response.on('close', () => this.stops.forEach(stop => stop()));
  }

  private finish(): void {
    this.sendBookmark(false);
    this.response.end();
  }

  /** An object that begins or ceases to match is added or deleted. */
  private sendEvent(event: StoreEvent): void {
    const { selection, present } = this.plan;
    const before =
      event.previous !== undefined && selection.matches(event.previous);
    const after = event.type !== 'DELETED' && selection.matches(event.object);
    if (after) {
      this.send(before ? 'MODIFIED' : 'ADDED', present(event.object));
    } else if (before) {
      const { resourceVersion } = event;
      const last = { ...(event.previous ?? event.object), resourceVersion };
      this.send('DELETED', present(last));
    }
  }

  private sendBookmark(initialEventsEnd: boolean): void {
    if (this.plan.query.get('allowWatchBookmarks') !== 'true') {
      return;
    }
    const { group, version, kind } = this.plan.resource;
    this.send('BOOKMARK', {
      kind,
      apiVersion: apiVersionOf(group, version),
      metadata: {
        resourceVersion: String(this.store.resourceVersion),
        ...(initialEventsEnd && {
          annotations: { 'k8s.io/initial-events-end': 'true' },
        }),
      },
    });
  }

  private send(type: string, object: JsonObject): void {
    this.response.write(`${JSON.stringify({ type, object })}\n`);
  }
}
