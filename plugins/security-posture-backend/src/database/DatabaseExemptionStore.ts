import { NotFoundError } from '@backstage/errors';
import { Knex } from 'knex';
import { ExemptionRecord, ExemptionStore } from './ExemptionStore';
import { hideStatement } from './hideStatement';
import {
  countExemptionParts,
  countExemptionsOf,
} from './operations/exemptions/countExemptions';
import { createExemption } from './operations/exemptions/createExemption';
import {
  expireExemptions,
  reopenExemptions,
} from './operations/exemptions/dueExemptions';
import { listFindingExemptions } from './operations/exemptions/findingExemptions';
import { listEvidence } from './operations/exemptions/listEvidence';
import {
  findExemptable,
  measureCoverage,
} from './operations/exemptions/measureCoverage';
import {
  getExemption,
  listExemptions,
} from './operations/exemptions/readExemptions';
import { stepExemption } from './operations/exemptions/stepExemption';

type Arguments<Method extends keyof ExemptionStore> = Parameters<
  ExemptionStore[Method]
>;

/** ExemptionStore on a knex database. */
export class DatabaseExemptionStore implements ExemptionStore {
  constructor(private readonly knex: Knex) {}

  findExemptable(key: string) {
    return hideStatement('find a finding', () =>
      findExemptable(this.knex, key),
    );
  }

  measure(...[target]: Arguments<'measure'>) {
    return hideStatement('measure what an exemption covers', () =>
      measureCoverage(this.knex, target),
    );
  }

  create(...[request, now]: Arguments<'create'>) {
    return hideStatement('ask for an exemption', async () =>
      this.read(await createExemption(this.knex, request, now)),
    );
  }

  get(id: string) {
    return hideStatement('read an exemption', () =>
      getExemption(this.knex, id),
    );
  }

  list(...[filter]: Arguments<'list'>) {
    return hideStatement('list exemptions', () =>
      listExemptions(this.knex, filter),
    );
  }

  countParts(...[choice, expiresBefore]: Arguments<'countParts'>) {
    return hideStatement('count exemptions', () =>
      countExemptionParts(this.knex, choice, expiresBefore),
    );
  }

  countOf(...[entityRef, now]: Arguments<'countOf'>) {
    return hideStatement('count the exemptions of an entity', () =>
      countExemptionsOf(this.knex, entityRef, now),
    );
  }

  listEvidence(keys: readonly string[]) {
    return hideStatement('read the evidence of findings', () =>
      listEvidence(this.knex, keys),
    );
  }

  take(...[id, decision]: Arguments<'take'>) {
    return hideStatement('decide on an exemption', async () => {
      const taken = await stepExemption(this.knex, id, decision);
      return { taken, exemption: await this.read(id) };
    });
  }

  expire(now: number) {
    return hideStatement('end exemptions', async () =>
      this.readAll(await expireExemptions(this.knex, now)),
    );
  }

  reopen(now: number) {
    return hideStatement('reopen exemptions', async () =>
      this.readAll(await reopenExemptions(this.knex, now)),
    );
  }

  ofFindings(...[keys, entityRef, now]: Arguments<'ofFindings'>) {
    return hideStatement('read the exemptions of findings', () =>
      listFindingExemptions(this.knex, keys, entityRef, now),
    );
  }

  private async readAll(
    ids: readonly string[],
  ): Promise<readonly ExemptionRecord[]> {
    const records: ExemptionRecord[] = [];
    for (const id of ids) records.push(await this.read(id));
    return records;
  }

  private async read(id: string): Promise<ExemptionRecord> {
    const exemption = await getExemption(this.knex, id);
    if (!exemption) throw new NotFoundError(`There is no exemption ${id}`);
    return exemption;
  }
}
