import { Knex } from 'knex';
import {
  AnnotatedExemptionStore,
  AnnotatedStep,
} from './AnnotatedExemptionStore';
import { hideStatement } from './hideStatement';
import {
  followAnnotations,
  listAnnotated,
} from './operations/exemptions/annotatedExemptions';
import { getExemption } from './operations/exemptions/readExemptions';

/** AnnotatedExemptionStore on a knex database. */
export class DatabaseAnnotatedExemptionStore
  implements AnnotatedExemptionStore
{
  constructor(private readonly knex: Knex) {}

  listAnnotated(cluster: string) {
    return hideStatement('list workloads with annotations', () =>
      listAnnotated(this.knex, cluster),
    );
  }

  follow(
    ...[cluster, requests, now]: Parameters<AnnotatedExemptionStore['follow']>
  ) {
    return hideStatement('follow annotations', async () => {
      const steps: AnnotatedStep[] = [];
      const taken = await followAnnotations(this.knex, cluster, requests, now);
      for (const { what, id } of taken) {
        const exemption = await getExemption(this.knex, id);
        if (exemption) steps.push({ what, exemption });
      }
      return steps;
    });
  }
}
