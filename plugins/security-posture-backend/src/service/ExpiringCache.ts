/** How long and how much a cache remembers. */
export interface ExpiringCacheOptions {
  /** Milliseconds. */
  readonly lifetime: number;
  /** Entries; the oldest one gives way. */
  readonly size: number;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

/** Remembers what was loaded for a while. Those who ask at once wait for one load; a load that fails is forgotten. */
export class ExpiringCache<T> {
  private readonly entries = new Map<
    string,
    { readonly value: Promise<T>; readonly loadedAt: number }
  >();

  constructor(private readonly options: ExpiringCacheOptions) {}

  /** The value of a key, loaded where it is not remembered. */
  get(key: string, load: () => Promise<T>): Promise<T> {
    const { clock, lifetime } = this.options;
    const entry = this.entries.get(key);
    const age = clock() - (entry?.loadedAt ?? NaN);
    // Below nothing where the clock was put back.
    if (entry && age >= 0 && age < lifetime) return entry.value;
    const value = load();
    this.entries.delete(key);
    this.entries.set(key, { value, loadedAt: clock() });
    this.dropOldest();
    value.catch(() => this.forget(key, value));
    return value;
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
