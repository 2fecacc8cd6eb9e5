import { Visibility } from '../database/operations/visibleRefs';
import { ExpiringCache } from './ExpiringCache';

/** How long answers over all entities are good, in milliseconds: a page that is loaded again sees what changed. */
const LIFETIME_MS = 10_000;

/** After how long they are read anew for those who go on asking, so that nobody waits for it. */
const RENEWED_AFTER_MS = 5_000;

/** Different sights that are remembered at a time. */
const REMEMBERED_SIGHTS = 100;

/** Remembers for a moment what is the same for all who see the same. */
export class SightCache<T> {
  private readonly remembered: ExpiringCache<T>;
  private readonly names = new WeakMap<ReadonlySet<string>, string>();
  private named = 0;

  constructor(clock: () => number) {
    this.remembered = new ExpiringCache({
      lifetime: LIFETIME_MS,
      renewAfter: RENEWED_AFTER_MS,
      size: REMEMBERED_SIGHTS,
      clock,
    });
  }

  /** What was loaded for this sight. `beside` names what else the answer differs by. */
  get(
    visibility: Visibility,
    load: () => Promise<T>,
    beside: string = '',
  ): Promise<T> {
    return this.remembered.get(`${this.nameOf(visibility)} ${beside}`, load);
  }

  /** One set of refs is one sight: it is made anew when a caller's is looked up again. */
  private nameOf(visibility: Visibility): string {
    if (visibility === 'all' || visibility === 'none') return visibility;
    let name = this.names.get(visibility);
    if (name === undefined) {
      this.named += 1;
      name = `set ${this.named}`;
      this.names.set(visibility, name);
    }
    return name;
  }
}
