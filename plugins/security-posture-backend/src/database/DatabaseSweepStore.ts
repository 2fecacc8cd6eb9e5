import { Knex } from 'knex';
import { hideStatement } from './hideStatement';
import { beginSweep } from './operations/beginSweep';
import { closeGone } from './operations/closeGone';
import { failSweep, publishSweep, saveProgress } from './operations/endSweep';
import { listSubjects } from './operations/listSubjects';
import { noteImages } from './operations/noteImages';
import { readReportedControls } from './operations/readReportedControls';
import { saveGaps } from './operations/saveGaps';
import { saveParts } from './operations/saveParts';
import { saveSubjects } from './operations/saveSubjects';
import { SweepStore } from './SweepStore';

type Arguments<Method extends keyof SweepStore> = Parameters<
  SweepStore[Method]
>;

/** SweepStore on a knex database. */
export class DatabaseSweepStore implements SweepStore {
  constructor(private readonly knex: Knex) {}

  begin(...[sweep]: Arguments<'begin'>) {
    return hideStatement('begin a sweep', () => beginSweep(this.knex, sweep));
  }

  saveProgress(...[ticket, progress]: Arguments<'saveProgress'>) {
    return hideStatement('keep the progress of a sweep', () =>
      saveProgress(this.knex, ticket, progress),
    );
  }

  listSubjects(cluster: string) {
    return hideStatement('list the subjects of a cluster', () =>
      listSubjects(this.knex, cluster),
    );
  }

  readReportedControls(cluster: string) {
    return hideStatement('read which controls have had reports', () =>
      readReportedControls(this.knex, cluster),
    );
  }

  saveSubjects(...[ticket, changes, now]: Arguments<'saveSubjects'>) {
    return hideStatement('save findings', () =>
      saveSubjects(this.knex, ticket, changes, now),
    );
  }

  closeGone(...[ticket, subjectIds, now]: Arguments<'closeGone'>) {
    return hideStatement('close what is gone', () =>
      closeGone(this.knex, ticket, subjectIds, now),
    );
  }

  saveGaps(...[ticket, gaps, now]: Arguments<'saveGaps'>) {
    return hideStatement('save gaps', () =>
      saveGaps(this.knex, ticket, gaps, now),
    );
  }

  saveParts(...[ticket, parts, library, now]: Arguments<'saveParts'>) {
    return hideStatement('save postures', () =>
      saveParts(this.knex, ticket, parts, library, now),
    );
  }

  publish(...[ticket, end]: Arguments<'publish'>) {
    return hideStatement('publish a sweep', async () => {
      await publishSweep(this.knex, ticket, end);
      await noteImages(this.knex, ticket, end.now);
    });
  }

  fail(...[ticket, end]: Arguments<'fail'>) {
    return hideStatement('end a sweep', () =>
      failSweep(this.knex, ticket, end),
    );
  }
}
