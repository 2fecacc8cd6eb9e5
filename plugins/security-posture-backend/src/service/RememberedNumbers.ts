import { Visibility } from '../database/operations/visibleRefs';
import {
  OrganisationNumbers,
  OrganisationReader,
} from '../database/OrganisationReader';
import { ReadinessTerms } from '../database/operations/readinessSql';
import { SightCache } from './SightCache';

/** The numbers of the organisation, summed up once for all who see the same and ask within a moment. */
export class RememberedNumbers {
  private readonly remembered: SightCache<OrganisationNumbers>;

  constructor(
    private readonly reader: Pick<OrganisationReader, 'summarise'>,
    clock: () => number,
  ) {
    this.remembered = new SightCache(clock);
  }

  of(
    visibility: Visibility,
    terms: ReadinessTerms,
  ): Promise<OrganisationNumbers> {
    return this.remembered.get(visibility, () =>
      this.reader.summarise(visibility, terms),
    );
  }
}
