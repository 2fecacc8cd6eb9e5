import { Knex } from 'knex';
import { ExportReader } from './ExportReader';
import { hideStatement } from './hideStatement';
import { exportedExemptions } from './operations/exports/exportedExemptions';
import { exportedFindings } from './operations/exports/exportedFindings';
import { exportedIds } from './operations/exports/exportedIds';
import { listSweptAt } from './operations/exports/listSweptAt';

type Arguments<Method extends keyof ExportReader> = Parameters<
  ExportReader[Method]
>;

/** ExportReader on a knex database. */
export class DatabaseExportReader implements ExportReader {
  constructor(private readonly knex: Knex) {}

  takeSnapshot(...[scope, now]: Arguments<'takeSnapshot'>) {
    return hideStatement('begin an export', async () => ({
      ids: await exportedIds(this.knex, scope, now),
      exemptions: await exportedExemptions(this.knex, scope, now),
    }));
  }

  readFindings(...[scope, ids]: Arguments<'readFindings'>) {
    return hideStatement('export findings', () =>
      exportedFindings(this.knex, scope, ids),
    );
  }

  listSweptAt(at: number) {
    return hideStatement('list past sweeps', () => listSweptAt(this.knex, at));
  }
}
