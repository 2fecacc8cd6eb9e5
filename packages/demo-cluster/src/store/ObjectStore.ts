import { LiveSource } from '../objects/LiveSource';
import { EventHistory } from './EventHistory';
import { StoredObject } from './StoredObject';
import { StoreEvent } from './StoreEvent';

export type StoreListener = (event: StoreEvent) => void;

/** The resource version of the first object of every cluster. */
export const firstResourceVersion = 1000;

interface Table {
  /** In the order of keys; replaced, never changed, so a list can hold it. */
  rows: readonly StoredObject[];
  history: EventHistory;
  listeners: Set<StoreListener>;
}

/** The objects of a cluster: one ordered table per kind, one version for all. */
export class ObjectStore {
  private readonly tables = new Map<string, Table>();
  private version = firstResourceVersion - 1;

  get resourceVersion(): number {
    return this.version;
  }

  get size(): number {
    return [...this.tables.values()].reduce(
      (sum, table) => sum + table.rows.length,
      0,
    );
  }

  /** Everything that is there, of all kinds. */
  *sources(): Iterable<LiveSource> {
    for (const table of this.tables.values()) {
      for (const { source } of table.rows) {
        yield source;
      }
    }
  }

  /** Every object of a kind, in order. The array never changes. */
  rows(table: string): readonly StoredObject[] {
    return this.tables.get(table)?.rows ?? [];
  }

  find(
    table: string,
    namespace: string | undefined,
    name: string,
  ): StoredObject | undefined {
    const { rows } = this.table(table);
    const key = keyOf({ namespace, name });
    const row = rows[positionOf(rows, key)];
    return row?.key === key ? row : undefined;
  }

  /** Fills an empty store: no events, and versions in the order given. */
  load(objects: Iterable<{ table: string; source: LiveSource }>): void {
    const loaded = new Map<string, StoredObject[]>();
    for (const { table, source } of objects) {
      const rows = loaded.get(table) ?? [];
      rows.push(this.nextState(source));
      loaded.set(table, rows);
    }
    for (const [table, rows] of loaded) {
      this.table(table).rows = rows.sort((a, b) => (a.key < b.key ? -1 : 1));
    }
  }

  /** Adds an object or replaces it; one that is equal stays as it is. */
  put(table: string, source: LiveSource): void {
    const previous = this.find(table, source.namespace, source.name);
    if (previous && sameContent(previous.source, source)) {
      return;
    }
    const object = this.nextState(source);
    this.splice(table, object.key, previous ? 1 : 0, [object]);
    this.publish(table, {
      type: previous ? 'MODIFIED' : 'ADDED',
      resourceVersion: object.resourceVersion,
      object,
      previous,
    });
  }

  /** Removes an object, if it is there. */
  delete(table: string, namespace: string | undefined, name: string): void {
    const previous = this.find(table, namespace, name);
    if (!previous) {
      return;
    }
    const object = this.nextState(previous.source);
    this.splice(table, object.key, 1, []);
    const { resourceVersion } = object;
    this.publish(table, { type: 'DELETED', resourceVersion, object, previous });
  }

  /** Changes after a version; undefined if they are no longer known. */
  eventsAfter(
    table: string,
    resourceVersion: number,
  ): StoreEvent[] | undefined {
    return this.table(table).history.after(resourceVersion);
  }

  /** The oldest version that `eventsAfter` knows. */
  oldestVersion(table: string): number {
    return this.table(table).history.oldest;
  }

  /** Calls the listener at each change, until the returned function is called. */
  subscribe(table: string, listener: StoreListener): () => void {
    const { listeners } = this.table(table);
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  private table(name: string): Table {
    let table = this.tables.get(name);
    if (!table) {
      const history = new EventHistory(firstResourceVersion - 1);
      table = { rows: [], history, listeners: new Set() };
      this.tables.set(name, table);
    }
    return table;
  }

  private nextState(source: LiveSource): StoredObject {
    this.version += 1;
    return { source, key: keyOf(source), resourceVersion: this.version };
  }

  private splice(
    name: string,
    key: string,
    removed: number,
    added: StoredObject[],
  ): void {
    const table = this.table(name);
    table.rows = table.rows.toSpliced(
      positionOf(table.rows, key),
      removed,
      ...added,
    );
  }

  private publish(name: string, event: StoreEvent): void {
    const { history, listeners } = this.table(name);
    history.add(event);
    listeners.forEach(listener => listener(event));
  }
}

function keyOf(object: { namespace?: string; name: string }): string {
  return object.namespace === undefined
    ? object.name
    : `${object.namespace}/${object.name}`;
}

/** The first position whose key is not before the given one. */
export function positionOf(rows: readonly StoredObject[], key: string): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (rows[middle].key < key) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

function sameContent(a: LiveSource, b: LiveSource): boolean {
  return (
    a.apiVersion === b.apiVersion &&
    JSON.stringify(a.read()) === JSON.stringify(b.read())
  );
}
