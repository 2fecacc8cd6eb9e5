import { DEFAULT_READINESS_THRESHOLDS } from 'security-posture-engine';
import { Visibility } from '../database/operations/visibleRefs';
import { OrganisationNumbers } from '../database/OrganisationReader';
import { RememberedNumbers } from './RememberedNumbers';

const NONE = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
const TERMS = { now: 0, thresholds: DEFAULT_READINESS_THRESHOLDS };

function aBook() {
  const time = { now: 0 };
  let asked = 0;
  const summarise = jest.fn(
    async (): Promise<OrganisationNumbers> => ({
      entities: {
        total: (asked += 1),
        ready: 0,
        notReady: 0,
        unknown: 0,
        noPosture: 0,
      },
      open: NONE,
      exempted: NONE,
      blocking: { critical: 0, high: 0 },
      workloads: { swept: 0, owned: 0 },
      partial: false,
    }),
  );
  const numbers = new RememberedNumbers({ summarise }, () => time.now);
  const totalOf = async (visibility: Visibility) =>
    (await numbers.of(visibility, TERMS)).entities.total;
  return { time, totalOf };
}

describe('RememberedNumbers', () => {
  it('sums up once for all who see the same', async () => {
    const { totalOf } = aBook();
    const some = new Set(['component:default/web']);
    expect(await Promise.all([totalOf('all'), totalOf('all')])).toEqual([1, 1]);
    expect([await totalOf(some), await totalOf(some)]).toEqual([2, 2]);
  });

  it('gives nobody the numbers of another sight, not even of an equal one', async () => {
    const { totalOf } = aBook();
    const totals = [
      await totalOf('all'),
      await totalOf('none'),
      await totalOf(new Set(['component:default/web'])),
      await totalOf(new Set(['component:default/web'])),
    ];
    expect(totals).toEqual([1, 2, 3, 4]);
  });

  it('sums up again after ten seconds', async () => {
    const { time, totalOf } = aBook();
    await totalOf('all');
    time.now = 10_000;
    expect(await totalOf('all')).toBe(2);
  });

  it('sums up meanwhile, after five, for those who go on asking', async () => {
    const { time, totalOf } = aBook();
    await totalOf('all');
    time.now = 4_999;
    expect(await totalOf('all')).toBe(1);
    time.now = 5_000;
    expect(await totalOf('all')).toBe(1);
    await new Promise(resolve => setImmediate(resolve));
    expect(await totalOf('all')).toBe(2);
  });
});
