import { SchedulerService } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { ManualScheduler } from '../__testUtils__/ManualScheduler';
import { RetentionCuts, RetentionStore } from '../database/RetentionStore';
import { Retention } from './Retention';

const NOW = Date.UTC(2026, 10, 23, 0, 30);

class RecordingStore implements RetentionStore {
  readonly cuts: RetentionCuts[] = [];

  async deleteExpired(
    ...[cuts, pause]: Parameters<RetentionStore['deleteExpired']>
  ) {
    await pause();
    this.cuts.push(cuts);
    return { 'closed findings': 12, sweeps: 0 };
  }

  async purgeGone(...[cuts]: Parameters<RetentionStore['purgeGone']>) {
    this.cuts.push(cuts);
    return { entities: 0, clusters: 0 };
  }
}

function aRetention() {
  const store = new RecordingStore();
  const logger = mockServices.logger.mock();
  const retention = new Retention({
    store,
    settings: { detailDays: 90, scoreDays: 400 },
    logger,
    clock: () => NOW,
  });
  return { store, logger, retention };
}

describe('Retention', () => {
  it('runs as a task, and logs what it deleted', async () => {
    const { store, logger, retention } = aRetention();
    const scheduler = new ManualScheduler();
    await retention.start(scheduler as unknown as SchedulerService);
    await scheduler.run('delete-old-rows');
    const cuts = {
      detail: Date.UTC(2026, 7, 25, 0, 30),
      scoresDay: '2025-10-19',
      gone: Date.UTC(2026, 10, 16, 0, 30),
    };
    expect(store.cuts).toEqual([cuts, cuts]);
    expect(logger.info.mock.calls).toEqual([
      ['Deleted, of old age: 12 closed findings'],
    ]);
  });

  it('ends where it is aborted', async () => {
    const { store, retention } = aRetention();
    const ended = retention.run(AbortSignal.abort(new Error('shut down')));
    await expect(ended).rejects.toThrow('shut down');
    expect(store.cuts).toEqual([]);
  });
});
