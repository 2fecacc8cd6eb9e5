import { Knex } from 'knex';
import { hideStatement } from './hideStatement';
import { listEntityFacts } from './operations/entityFacts';
import { listEntityPostures } from './operations/entityPostures';
import { ReadinessTerms } from './operations/readinessSql';
import { summarise } from './operations/summarise';
import { Visibility } from './operations/visibleRefs';
import { EntityListQuery, OrganisationReader } from './OrganisationReader';

/** OrganisationReader on a knex database. */
export class DatabaseOrganisationReader implements OrganisationReader {
  constructor(private readonly knex: Knex) {}

  listEntityPostures(query: EntityListQuery) {
    return hideStatement('list postures', () =>
      listEntityPostures(this.knex, query),
    );
  }

  listEntityFacts(entityRefs: ReadonlySet<string>, terms: ReadinessTerms) {
    return hideStatement('read the facts of entities', () =>
      listEntityFacts(this.knex, entityRefs, terms),
    );
  }

  summarise(visibility: Visibility, terms: ReadinessTerms) {
    return hideStatement('sum up the organisation', () =>
      summarise(this.knex, visibility, terms),
    );
  }
}
