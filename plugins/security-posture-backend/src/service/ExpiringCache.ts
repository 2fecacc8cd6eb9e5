/** How long and how much a cache remembers. */
export interface ExpiringCacheOptions {
  /** Milliseconds. */
  readonly lifetime: number;
  /** Milliseconds after which an entry that is asked for is loaded anew meanwhile, so that nobody waits; never where it is not given. */
  readonly renewAfter?: number;
  /** Entries; the oldest one gives way. */
  readonly size: number;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

interface Entry<T> {
  readonly value: Promise<T>;
  readonly loadedAt: number;
  renewing?: boolean;
  /** Present once it is loaded. */
  loaded?: { readonly value: T };
}

/**
 * Remembers what was loaded for a while. Those who ask at once wait for one load; a load that fails is forgotten. One that
 * was to renew an entry and fails leaves it as it is, for as long as it lives.
 */
export class ExpiringCache<T> {
  private readonly entries = new Map<string, Entry<T>>();

  constructor(private readonly options: ExpiringCacheOptions) {}

  /** The value of a key, loaded where it is not remembered; a load that renews it is told what it was. */
  get(key: string, load: (before?: T) => Promise<T>): Promise<T> {
    const { clock, lifetime, renewAfter = lifetime } = this.options;
    const entry = this.live(key);
    if (!entry) return this.load(key, load);
    const age = clock() - entry.loadedAt;
    if (age >= renewAfter && !entry.renewing) this.renew(key, entry, load);
    return entry.value;
  }

  /** The value of a key, where it is remembered by now: nothing is loaded, and nobody waits. */
  known(key: string): T | undefined {
    return this.live(key)?.loaded?.value;
  }

  private live(key: string): Entry<T> | undefined {
    const entry = this.entries.get(key);
    const age = this.options.clock() - (entry?.loadedAt ?? NaN);
    // Below nothing where the clock was put back.
    return age >= 0 && age < this.options.lifetime ? entry : undefined;
  }

  private load(key: string, load: () => Promise<T>): Promise<T> {
    const value = load();
    const entry: Entry<T> = { value, loadedAt: this.options.clock() };
    this.keep(key, entry);
    value.then(
      loaded => {
        entry.loaded = { value: loaded };
      },
      () => this.forget(key, value),
    );
    return value;
  }

  private renew(
    key: string,
    entry: Entry<T>,
    load: (before: T) => Promise<T>,
  ): void {
    const loadedAt = this.options.clock();
    entry.renewing = true;
    const value = entry.value.then(load);
    value.then(
      loaded => {
        if (this.entries.get(key) === entry)
          this.keep(key, { value, loadedAt, loaded: { value: loaded } });
      },
      () => {
        entry.renewing = false;
      },
    );
  }

  private keep(key: string, entry: Entry<T>): void {
    this.entries.delete(key);
    this.entries.set(key, entry);
    this.dropOldest();
  }

  private forget(key: string, value: Promise<T>): void {
    if (this.entries.get(key)?.value === value) this.entries.delete(key);
  }

  private dropOldest(): void {
    if (this.entries.size <= this.options.size) return;
    const [oldest] = this.entries.keys();
    this.entries.delete(oldest);
  }
}
