import { Workload } from '../model/workload';
import { hasDisruptionBudget } from './disruptionBudgets';

const workload = (labels: Record<string, string>, namespace = 'shop') =>
  new Workload({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', namespace },
    spec: { template: { metadata: { labels }, spec: { containers: [] } } },
  });
const budget = (selector: unknown) => ({
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  metadata: { name: 'b', namespace: 'shop' },
  spec: { selector },
});

it('finds the budget among many in time that does not grow with them', () => {
  const budgets = Array.from({ length: 20_000 }, (_, index) =>
    budget({ matchLabels: { app: `app-${index}` } }),
  );
  const start = performance.now();
  for (let index = 0; index < 20_000; index++)
    expect(
      hasDisruptionBudget(workload({ app: `app-${index}` }), budgets),
    ).toBe(true);
  expect(hasDisruptionBudget(workload({ app: 'other' }), budgets)).toBe(false);
  expect(performance.now() - start).toBeLessThan(10_000);
});

it.each([
  ['of another namespace', workload({ app: 'web' }, 'other'), false],
  ['without the label', workload({}), false],
  ['with the label', workload({ app: 'web' }), true],
])('a workload %s: %p', (_, one, expected) => {
  const budgets = [budget({ matchLabels: { app: 'web' } })];
  expect(hasDisruptionBudget(one, budgets)).toBe(expected);
});
