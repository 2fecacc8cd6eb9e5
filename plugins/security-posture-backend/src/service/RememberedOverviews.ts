import {
  OverviewNumbers,
  OverviewQuestion,
  OverviewReader,
} from '../database/OverviewReader';
import { SightCache } from './SightCache';

/** Overviews, read once for all who see the same and ask within a moment. */
export class RememberedOverviews {
  private readonly remembered: SightCache<OverviewNumbers>;

  constructor(private readonly reader: OverviewReader, clock: () => number) {
    this.remembered = new SightCache(clock);
  }

  of(question: OverviewQuestion): Promise<OverviewNumbers> {
    const { visibility, owner } = question;
    const read = () => this.reader.readOverview(question);
    return this.remembered.get(visibility, read, owner);
  }
}
