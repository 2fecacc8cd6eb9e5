import { Finding, SubjectRef } from 'security-posture-engine';
import { NewAttestation } from './AttestationStore';
import { DatabaseAttestationStore } from './DatabaseAttestationStore';
import { openStores, Stores } from './__testUtils__/openStores';
import { aChange, aFail, CLUSTER, notJudged } from './__testUtils__/samples';
import { testDatabases } from './__testUtils__/testDatabases';

const VERA = 'user:default/vera';
const OLGA = 'user:default/olga';

const databases = testDatabases();

describe.each(databases.ids)('attestations on %s', databaseId => {
  let stores: Stores;
  let attestations: DatabaseAttestationStore;

  beforeEach(async () => {
    stores = await openStores(() => databases.open(databaseId));
    attestations = new DatabaseAttestationStore(stores.knex);
  });

  const anAttestation = (
    rest: Partial<NewAttestation> = {},
  ): NewAttestation => ({
    cluster: CLUSTER,
    control: 'penetration-test',
    outcome: 'pass',
    statement: 'The firm Example tested it in October',
    author: VERA,
    expiresAt: 10_000,
    ...rest,
  });

  const listed = async (rest = {}) =>
    attestations.list({ now: 2000, offset: 0, limit: 10, ...rest });

  it('keep what was said, and end what was said before', async () => {
    const first = await attestations.save(anAttestation(), 1000);
    const second = await attestations.save(
      anAttestation({
        author: OLGA,
        outcome: 'fail',
        link: 'https://a.example',
      }),
      2000,
    );
    expect((await listed()).items).toEqual([
      {
        id: second.id,
        ...anAttestation({
          author: OLGA,
          outcome: 'fail',
          link: 'https://a.example',
        }),
        createdAt: 2000,
      },
      {
        id: first.id,
        ...anAttestation(),
        createdAt: 1000,
        ended: { at: 2000, by: OLGA, because: 'replaced' },
      },
    ]);
    expect((await listed({ inForce: true })).items).toEqual([second]);
    await expect(attestations.withdraw(first.id, VERA, 3000)).rejects.toThrow(
      `It cannot be withdrawn, for ${OLGA} has put another in its place`,
    );
  });

  it('are one of several that are said at once', async () => {
    await Promise.all(
      [1, 2, 3, 4].map(n =>
        attestations.save(
          anAttestation({ author: `user:default/a${n}` }),
          1000,
        ),
      ),
    );
    expect(await listed()).toMatchObject({ total: 4 });
    expect(await listed({ inForce: true })).toMatchObject({ total: 1 });
    expect(await attestations.listForSweep(CLUSTER)).toHaveLength(1);
  });

  it('do not end those of other controls and clusters', async () => {
    await attestations.save(anAttestation(), 1000);
    await attestations.save(anAttestation({ control: 'node-access' }), 1000);
    await attestations.save(anAttestation({ cluster: 'staging' }), 1000);
    expect(await listed({ inForce: true })).toMatchObject({ total: 3 });
    expect(await listed({ cluster: 'staging' })).toMatchObject({ total: 1 });
    expect(await listed({ control: 'node-access' })).toMatchObject({
      total: 1,
    });
  });

  it('are withdrawn once', async () => {
    const { id } = await attestations.save(anAttestation(), 1000);
    const withdrawn = await attestations.withdraw(id, OLGA, 2000);
    expect(withdrawn.ended).toEqual({
      at: 2000,
      by: OLGA,
      because: 'withdrawn',
    });
    expect(await attestations.withdraw(id, VERA, 3000)).toEqual(withdrawn);
    expect(await attestations.listForSweep(CLUSTER)).toEqual([]);
    await expect(attestations.withdraw('none', VERA, 3000)).rejects.toThrow(
      'There is no attestation none',
    );
  });

  it('reach sweeps also when they have expired, for the control to say so', async () => {
    await attestations.save(anAttestation({ expiresAt: 1500 }), 1000);
    expect(await attestations.listForSweep(CLUSTER)).toEqual([
      {
        control: 'penetration-test',
        outcome: 'pass',
        author: VERA,
        expiresAt: 1500,
      },
    ]);
    expect(await listed({ inForce: true, now: 1499 })).toMatchObject({
      total: 1,
    });
    expect(await listed({ inForce: true, now: 1500 })).toMatchObject({
      total: 0,
    });
  });

  it('are outlived by the last sweep until the next begins, or is asked for', async () => {
    await attestations.save(anAttestation({ expiresAt: 2000 }), 1000);
    await stores.sweep({ subjects: [] }, 1500);
    expect(await attestations.listOutlived(1999)).toEqual([]);
    expect(await attestations.listOutlived(2000)).toEqual([CLUSTER]);
    await stores.reader.createScan({
      clusters: [CLUSTER],
      requestedBy: 'system',
      now: 2100,
    });
    expect(await attestations.listOutlived(2200)).toEqual([]);
    await stores.sweep({ subjects: [] }, 2300);
    expect(await attestations.listOutlived(2400)).toEqual([]);
  });

  const cluster: SubjectRef = {
    type: 'cluster',
    apiVersion: '',
    kind: 'Cluster',
    name: CLUSTER,
  };
  const onCluster = (finding: Partial<Finding>) => ({
    subjects: [
      {
        ...aChange('cluster', [
          { ...notJudged('penetration-test'), subject: cluster, ...finding },
        ]),
        subject: cluster,
      },
    ],
  });

  it.each<[string, boolean, Parameters<Stores['sweep']>[0]]>([
    [
      'a gap that only a person fills',
      true,
      {
        subjects: [],
        gaps: [{ control: 'penetration-test', reason: 'manual' }],
      },
    ],
    [
      'a gap of another reason',
      false,
      {
        subjects: [],
        gaps: [{ control: 'penetration-test', reason: 'forbidden' }],
      },
    ],
    [
      'a finding that only a person answers',
      true,
      onCluster({ reason: 'manual' }),
    ],
    ['a finding of another reason', false, onCluster({ reason: 'forbidden' })],
    ['no finding at all', false, { subjects: [] }],
  ])('are asked for by %s: %s', async (_, expected, content) => {
    await stores.sweep(content, 1000);
    const isAskedFor = () =>
      attestations.isAskedFor(CLUSTER, 'penetration-test');
    expect(await isAskedFor()).toBe(expected);
    await attestations.save(anAttestation(), 2000);
    expect(await isAskedFor()).toBe(true);
    expect(await attestations.isAskedFor(CLUSTER, 'other')).toBe(false);
  });

  it('may answer a control that fails', async () => {
    await stores.sweep(
      { subjects: [aChange('web', [aFail('private-endpoint')])] },
      1000,
    );
    expect(await attestations.fails(CLUSTER, 'private-endpoint')).toBe(true);
    expect(await attestations.fails(CLUSTER, 'other')).toBe(false);
  });
});
