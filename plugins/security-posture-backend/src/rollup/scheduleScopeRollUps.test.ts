import { ManualScheduler } from '../__testUtils__/ManualScheduler';
import { scheduleScopeRollUps } from './scheduleScopeRollUps';

describe('scheduleScopeRollUps', () => {
  it('sums up each hour, on one replica', async () => {
    const scheduler = new ManualScheduler();
    const scheduleTask = jest.spyOn(scheduler, 'scheduleTask');
    const rollUpScopes = jest.fn(async () => {});
    await scheduleScopeRollUps(scheduler, rollUpScopes);
    expect(scheduleTask).toHaveBeenCalledWith(
      expect.objectContaining({ scope: 'global', frequency: { hours: 1 } }),
    );
    expect(rollUpScopes).not.toHaveBeenCalled();
    await scheduler.run('roll-up-scopes');
    expect(rollUpScopes).toHaveBeenCalledTimes(1);
  });
});
