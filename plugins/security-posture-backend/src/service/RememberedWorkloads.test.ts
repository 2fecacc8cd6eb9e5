import { RememberedWorkloads } from './RememberedWorkloads';

const prod = { name: 'prod', sweepNo: 3 };
const staging = { name: 'staging', sweepNo: 3 };

/** Counts of a store, of one cluster a time, and what was counted. */
function remembered() {
  const counted: string[] = [];
  const time = { now: 0 };
  const stored = {
    prod: new Map([
      ['shop', 3],
      ['jobs', 1],
    ]),
    staging: new Map([['shop', 2]]),
  };
  const countWorkloads = async (cluster: string) => {
    counted.push(cluster);
    return stored[cluster as keyof typeof stored];
  };
  const workloads = new RememberedWorkloads({ countWorkloads }, () => time.now);
  return { counted, stored, time, workloads };
}

describe('RememberedWorkloads', () => {
  it.each([
    ['all clusters', [prod, staging], undefined, 6, 6],
    ['one', [prod], undefined, 4, 4],
    ['a namespace', [prod, staging], 'shop', 6, 5],
    ['a namespace that one of them has', [prod, staging], 'jobs', 6, 1],
    ['a namespace that is not there', [prod], 'none', 4, 0],
    ['no cluster', [], 'shop', 0, 0],
  ])('counts %s', async (_, clusters, namespace, inClusters, inNamespace) => {
    const { workloads } = remembered();
    expect(await workloads.count(clusters, namespace)).toEqual({
      inClusters,
      inNamespace,
    });
  });

  it('counts once a published sweep', async () => {
    const { counted, stored, workloads } = remembered();
    await workloads.count([prod, staging], undefined);
    stored.prod = new Map([['shop', 9]]);
    await workloads.count([prod], 'shop');
    expect(counted).toEqual(['prod', 'staging']);
    expect(
      await workloads.count([{ ...prod, sweepNo: 4 }], 'shop'),
    ).toMatchObject({ inNamespace: 9 });
  });

  it('forgets after a minute: a cluster that was purged counts its sweeps anew', async () => {
    const { counted, time, workloads } = remembered();
    await workloads.count([prod], undefined);
    time.now = 60_000;
    await workloads.count([prod], undefined);
    expect(counted).toEqual(['prod', 'prod']);
  });
});
