import { Visibility } from '../database/operations/visibleRefs';
import {
  OrganisationNumbers,
  OrganisationReader,
} from '../database/OrganisationReader';
import { ReadinessTerms } from '../database/operations/readinessSql';
import { ExpiringCache } from './ExpiringCache';

/** How long the numbers of the organisation are good, in milliseconds: a page that is loaded again sees what changed. */
const LIFETIME_MS = 10_000;

/** Different sights of the organisation that are remembered at a time. */
const REMEMBERED_SIGHTS = 100;

/** The numbers of the organisation, summed up once for all who see the same and ask within a moment. */
export class RememberedNumbers {
  private readonly remembered: ExpiringCache<OrganisationNumbers>;
  private readonly names = new WeakMap<ReadonlySet<string>, string>();
  private named = 0;

  constructor(
    private readonly reader: Pick<OrganisationReader, 'summarise'>,
    clock: () => number,
  ) {
    this.remembered = new ExpiringCache({
      lifetime: LIFETIME_MS,
      size: REMEMBERED_SIGHTS,
      clock,
    });
  }

  of(
    visibility: Visibility,
    terms: ReadinessTerms,
  ): Promise<OrganisationNumbers> {
    return this.remembered.get(this.nameOf(visibility), () =>
      this.reader.summarise(visibility, terms),
    );
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
