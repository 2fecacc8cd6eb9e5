import { screen, within } from '@testing-library/react';
import type { ClusterFreshness } from 'backstage-plugin-security-posture-common';
import { renderInPortal } from '../../__testUtils__/portal';
import { aCluster, aPosture, EMPTY_POSTURES } from '../../testing/samples';
import { Mapping } from './Mapping';

const SELECTOR = 'backstage.io/kubernetes-id=payments-api';

function aSilentCluster(cluster: string): ClusterFreshness {
  return aCluster({
    cluster,
    state: 'unreachable',
    lastSuccessAt: undefined,
    workloads: 0,
  });
}

function aMappedPosture(clusters: ClusterFreshness[], workloads: number) {
  const { mapping } = aPosture();
  const query = {
    ...mapping.query!,
    labelSelector: SELECTOR,
    clusters: clusters.map(({ cluster }) => cluster),
  };
  return aPosture({ clusters, workloads, mapping: { ...mapping, query } });
}

describe('Mapping', () => {
  it.each<[string, ClusterFreshness[], number, string]>([
    [
      'every cluster that was scanned',
      [aCluster(), aCluster({ cluster: 'staging' })],
      6,
      `6 workloads in prod-eu and staging match ${SELECTOR}.`,
    ],
    [
      'those clusters that were scanned',
      [aCluster(), aSilentCluster('prod-us')],
      3,
      `3 workloads in prod-eu match ${SELECTOR}. prod-us was never scanned.`,
    ],
    [
      'a cluster of which a part was read',
      [aCluster({ lastSuccessAt: undefined, workloads: 1 })],
      1,
      `1 workload in prod-eu matches ${SELECTOR}.`,
    ],
    [
      'no cluster where none was scanned',
      [aSilentCluster('prod-us'), aSilentCluster('prod-ap')],
      0,
      `What matches ${SELECTOR} is not known yet. prod-us and prod-ap were never scanned.`,
    ],
  ])('counts workloads in %s', async (_, clusters, workloads, words) => {
    renderInPortal(
      <Mapping posture={aMappedPosture(clusters, workloads)} open={false} />,
    );
    const region = await screen.findByRole('region', { name: 'Mapping' });
    expect(within(region).getByText(/match/)).toHaveTextContent(
      new RegExp(`^${words.replaceAll('.', '\\.')}$`),
    );
  });

  it('tells what matches in each cluster, and which is not known', async () => {
    const clusters = [
      aCluster(),
      aCluster({ cluster: 'staging', workloads: 0 }),
      aSilentCluster('prod-us'),
    ];
    renderInPortal(<Mapping posture={aMappedPosture(clusters, 3)} open />);
    const heading = await screen.findByText('What matches by cluster');
    const items = within(heading.parentElement!).getAllByRole('listitem');
    expect(items.map(({ textContent }) => textContent)).toEqual([
      'prod-eu: 3 workloads',
      'staging: 0 workloads',
      'prod-us: not known, it was never scanned',
    ]);
  });

  it('tells of no step where no cluster was scanned', async () => {
    const { mapping } = EMPTY_POSTURES.noWorkloads();
    const clusters = [aSilentCluster('prod-eu')];
    const posture = aPosture({ clusters, workloads: 0, mapping });
    renderInPortal(<Mapping posture={posture} open />);
    expect(await screen.findByText('Effective query')).toBeVisible();
    expect(screen.queryByText(/0 workloads/)).not.toBeInTheDocument();
  });

  it.each<[string, number[], string[]]>([
    [
      'every step where each leaves something',
      [66, 9, 3],
      [
        '66 workloads in the scanned clusters it may run in',
        '9 workloads in the namespace',
        '3 workloads with the labels',
      ],
    ],
    [
      'the steps up to the one that leaves nothing',
      [66, 0, 0],
      [
        '66 workloads in the scanned clusters it may run in',
        '0 workloads in the namespacenothing is left here',
      ],
    ],
    [
      'one step where the first leaves nothing',
      [0, 0, 0],
      [
        '0 workloads in the scanned clusters it may run in' +
          'nothing is left here',
      ],
    ],
  ])('tells %s', async (_, found, words) => {
    const names = ['clusters', 'namespace', 'selector'] as const;
    const steps = names.map((step, index) => ({ step, found: found[index] }));
    const posture = aPosture({ mapping: { ...aPosture().mapping, steps } });
    renderInPortal(<Mapping posture={posture} open />);
    const [list] = await screen.findAllByRole('list');
    const items = within(list).getAllByRole('listitem');
    expect(items.map(({ textContent }) => textContent)).toEqual(words);
  });
});
