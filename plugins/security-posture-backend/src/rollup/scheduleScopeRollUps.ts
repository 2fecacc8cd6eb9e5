import { SchedulerService } from '@backstage/backend-plugin-api';

/**
 * Sums up groups, systems, domains and the organisation each hour, on one replica at a time, beside each roll-up in which a posture
 * differed: readiness ends by itself where nothing fresh comes in, and entities move between teams.
 */
export async function scheduleScopeRollUps(
  scheduler: Pick<SchedulerService, 'scheduleTask'>,
  rollUpScopes: () => Promise<void>,
): Promise<void> {
  await scheduler.scheduleTask({
    id: 'roll-up-scopes',
    scope: 'global',
    frequency: { hours: 1 },
    timeout: { minutes: 5 },
    fn: rollUpScopes,
  });
}
