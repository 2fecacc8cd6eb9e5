import createKnex from 'knex';
import { fillRolledUp } from '../../database/__testUtils__/rolledUp';
import { DatabaseOrganisationReader } from '../../database/DatabaseOrganisationReader';
import { migrationsDirectory } from '../../database/migrate';
import { ReadinessTerms } from '../../database/operations/readinessSql';
import { Visibility } from '../../database/operations/visibleRefs';
import {
  EntityListQuery,
  OrganisationReader,
} from '../../database/OrganisationReader';
import { MemoryReader } from './MemoryReader';

/** Reads the roll-ups of what a store in memory holds at the moment: each question is put to a real database. */
export class RolledUpOrganisation implements OrganisationReader {
  constructor(private readonly reader: MemoryReader) {}

  listEntityPostures(query: EntityListQuery) {
    return this.ask(query.now, organisation =>
      organisation.listEntityPostures(query),
    );
  }

  listEntityFacts(entityRefs: ReadonlySet<string>, terms: ReadinessTerms) {
    return this.ask(terms.now, organisation =>
      organisation.listEntityFacts(entityRefs, terms),
    );
  }

  summarise(visibility: Visibility, terms: ReadinessTerms) {
    return this.ask(terms.now, organisation =>
      organisation.summarise(visibility, terms),
    );
  }

  private async ask<T>(
    now: number,
    question: (organisation: OrganisationReader) => Promise<T>,
  ): Promise<T> {
    const knex = createKnex({
      client: 'better-sqlite3',
      connection: ':memory:',
      useNullAsDefault: true,
    });
    try {
      await knex.migrate.latest({ directory: migrationsDirectory() });
      await fillRolledUp(knex, this.reader, now);
      return await question(new DatabaseOrganisationReader(knex));
    } finally {
      await knex.destroy();
    }
  }
}
