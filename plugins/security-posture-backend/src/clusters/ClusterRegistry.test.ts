import { mockServices } from '@backstage/backend-test-utils';
import {
  ClusterDescription,
  ClusterReader,
  ClusterReadError,
} from 'backstage-plugin-security-posture-node';
import { ListedCluster } from '../database/operations/syncClusters';
import { ClusterRegistry } from './ClusterRegistry';

const PROD: ClusterDescription = {
  name: 'prod-eu',
  title: 'Europe',
  authProvider: 'serviceAccount',
  scannable: true,
};
const STAGING: ClusterDescription = {
  name: 'staging',
  authProvider: 'oidc',
  scannable: 'needsUserCredentials',
};

const ABSENT = new ClusterReadError(
  'the kubernetes plugin is not installed or unreachable',
  { reason: 'unreachable', reach: 'everyCluster' },
);

function createRegistry(production: readonly string[] = []) {
  const listClusters = jest.fn<Promise<ClusterDescription[]>, []>();
  const saved: (readonly ListedCluster[])[] = [];
  const logger = mockServices.logger.mock();
  const registry = new ClusterRegistry({
    reader: { listClusters } as unknown as ClusterReader,
    production,
    save: async clusters => {
      saved.push(clusters);
    },
    logger,
  });
  return { registry, listClusters, saved, logger };
}

describe('ClusterRegistry', () => {
  it('keeps what the kubernetes plugin lists, with what the configuration says of it', async () => {
    const { registry, listClusters, saved } = createRegistry(['prod-eu']);
    listClusters.mockResolvedValue([PROD, STAGING]);
    await registry.refresh();
    expect(saved).toEqual([
      [
        {
          name: 'prod-eu',
          title: 'Europe',
          authProvider: 'serviceAccount',
          production: true,
          scannable: true,
        },
        {
          name: 'staging',
          authProvider: 'oidc',
          production: false,
          scannable: false,
        },
      ],
    ]);
    expect(await registry.describe('prod-eu')).toEqual(PROD);
    expect(listClusters).toHaveBeenCalledTimes(1);
  });

  it('changes nothing while the kubernetes plugin does not answer, and says so once', async () => {
    const { registry, listClusters, saved, logger } = createRegistry();
    listClusters.mockRejectedValue(ABSENT);
    await registry.refresh();
    await registry.refresh();
    expect(saved).toEqual([]);
    expect(logger.warn.mock.calls).toEqual([[ABSENT.message]]);
  });

  it('lets a failure through that is none of the kubernetes plugin', async () => {
    const { registry, listClusters } = createRegistry();
    listClusters.mockRejectedValue(new TypeError('broken'));
    await expect(registry.refresh()).rejects.toThrow('broken');
  });

  it('forgets a cluster that vanishes from the configuration', async () => {
    const { registry, listClusters, saved } = createRegistry();
    listClusters.mockResolvedValueOnce([PROD, STAGING]);
    await registry.refresh();
    listClusters.mockResolvedValue([STAGING]);
    await registry.refresh();
    expect(saved.at(-1)!.map(({ name }) => name)).toEqual(['staging']);
    await expect(registry.describe('prod-eu')).rejects.toMatchObject({
      name: 'ClusterReadError',
      reason: 'unreachable',
    });
  });

  it('asks for a cluster that it does not know yet', async () => {
    const { registry, listClusters } = createRegistry();
    listClusters.mockResolvedValue([PROD]);
    expect(await registry.describe('prod-eu')).toEqual(PROD);
  });

  it('says of an unknown cluster that it is unreachable while the kubernetes plugin does not answer', async () => {
    const { registry, listClusters } = createRegistry();
    listClusters.mockRejectedValue(ABSENT);
    await expect(registry.describe('prod-eu')).rejects.toBe(ABSENT);
  });

  describe('a name that two locators give', () => {
    const SAME: ClusterDescription = { ...STAGING, name: 'prod-eu' };

    it('is the first cluster, as for the kubernetes plugin, and the log says so once', async () => {
      const { registry, listClusters, saved, logger } = createRegistry();
      const other = { ...PROD, authProvider: 'aws', title: 'Other' };
      listClusters.mockResolvedValue([PROD, other]);
      await registry.refresh();
      await registry.refresh();
      expect(saved[0]).toMatchObject([
        { title: 'Europe', authProvider: 'serviceAccount', scannable: true },
      ]);
      expect(await registry.describe('prod-eu')).toEqual(PROD);
      expect(logger.warn).toHaveBeenCalledTimes(1);
      expect(logger.warn.mock.calls[0][0]).toMatch('prod-eu');
    });

    it.each([
      ['first', [SAME, PROD]],
      ['last', [PROD, SAME]],
    ])(
      'is never contacted where the %s admits users only',
      async (_, listed) => {
        const { registry, listClusters, saved } = createRegistry();
        listClusters.mockResolvedValue(listed);
        await registry.refresh();
        expect(saved[0]).toMatchObject([{ scannable: false }]);
        expect((await registry.describe('prod-eu')).scannable).toBe(
          'needsUserCredentials',
        );
      },
    );
  });

  it('warns of a production cluster that is not listed', async () => {
    const { registry, listClusters, logger } = createRegistry(['prod-ue']);
    listClusters.mockResolvedValue([PROD]);
    await registry.refresh();
    expect(logger.warn.mock.calls[0][0]).toMatch(
      /securityPosture.clusters.production names prod-ue/,
    );
  });
});
