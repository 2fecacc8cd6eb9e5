import {
  StandingReader,
  Standings,
  StandingTerms,
} from '../database/StandingReader';
import { SightCache } from './SightCache';

/** How controls stand, read once for all who see the same and ask within a moment. */
export class RememberedStandings {
  private readonly remembered: SightCache<Standings>;

  constructor(
    private readonly reader: Pick<StandingReader, 'readStandings'>,
    clock: () => number,
  ) {
    this.remembered = new SightCache(clock);
  }

  of(terms: StandingTerms): Promise<Standings> {
    return this.remembered.get(
      terms.visibility,
      () => this.reader.readStandings(terms),
      terms.clusters ? 'with clusters' : 'without clusters',
    );
  }
}
