import { GapRecord } from '../database/records';
import { RememberedGaps } from './RememberedGaps';

const gap = (cluster: string, control: string): GapRecord => ({
  cluster,
  control,
  reason: 'forbidden',
  since: 1,
});

/** Gaps that are read of a store, of one cluster a time, and how often. */
function remembered() {
  const read: string[] = [];
  const time = { now: 0 };
  const stored = { gaps: [gap('prod', 'audit'), gap('staging', 'etcd')] };
  const listGaps = async ([cluster]: readonly string[]) => {
    read.push(cluster);
    return stored.gaps.filter(each => each.cluster === cluster);
  };
  const gaps = new RememberedGaps({ listGaps }, () => time.now);
  return { gaps, read, stored, time };
}

const prod = { name: 'prod', sweepNo: 3 };
const staging = { name: 'staging', sweepNo: 3 };

describe('RememberedGaps', () => {
  it('reads those of a published sweep once, in the order of the clusters', async () => {
    const { gaps, read } = remembered();
    const all = [gap('staging', 'etcd'), gap('prod', 'audit')];
    expect(await gaps.of([staging, prod])).toEqual(all);
    expect(await gaps.of([prod])).toEqual([gap('prod', 'audit')]);
    expect(read).toEqual(['staging', 'prod']);
  });

  it('reads those of the next sweep', async () => {
    const { gaps, stored } = remembered();
    await gaps.of([prod]);
    stored.gaps = [];
    expect(await gaps.of([prod])).toHaveLength(1);
    expect(await gaps.of([{ ...prod, sweepNo: 4 }])).toEqual([]);
  });

  it('forgets after a minute: a cluster that was purged counts its sweeps anew', async () => {
    const { gaps, stored, time } = remembered();
    await gaps.of([prod]);
    stored.gaps = [];
    time.now = 59_999;
    expect(await gaps.of([prod])).toHaveLength(1);
    time.now = 60_000;
    expect(await gaps.of([prod])).toEqual([]);
  });
});
