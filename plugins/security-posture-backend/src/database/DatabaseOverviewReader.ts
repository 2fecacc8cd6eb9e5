import { Knex } from 'knex';
import { hideStatement } from './hideStatement';
import { readOverview } from './operations/overview/readOverview';
import { OverviewQuestion, OverviewReader } from './OverviewReader';

/** OverviewReader on a knex database. */
export class DatabaseOverviewReader implements OverviewReader {
  constructor(private readonly knex: Knex) {}

  readOverview(question: OverviewQuestion) {
    return hideStatement('read the overview', () =>
      readOverview(this.knex, question),
    );
  }
}
