import { screen } from '@testing-library/react';
import type { ClusterFreshness } from 'backstage-plugin-security-posture-common';
import { renderInPortal } from '../../__testUtils__/portal';
import { aCluster, EMPTY_POSTURES } from '../../testing/samples';
import { PostureEmpty } from './PostureEmpty';

const SELECTOR = 'backstage.io/kubernetes-id=cdn-purger';
const SCANNED = aCluster({ workloads: 0 });
const NEVER = aCluster({
  cluster: 'prod-us',
  lastSuccessAt: undefined,
  workloads: 0,
});

describe('PostureEmpty', () => {
  it.each<[string, ClusterFreshness[], string]>([
    [
      'every cluster was scanned',
      [SCANNED],
      `Nothing in prod-eu matches ${SELECTOR}.`,
    ],
    [
      'one cluster never was',
      [SCANNED, NEVER],
      `Nothing in prod-eu matches ${SELECTOR}. prod-us was never scanned.`,
    ],
    [
      'no cluster was scanned whole',
      [NEVER],
      `What matches ${SELECTOR} is not known yet. prod-us was never scanned.`,
    ],
  ])('says where nothing runs: %s', async (_, clusters, words) => {
    const posture = EMPTY_POSTURES.noWorkloads();
    const { mapping } = posture;
    const query = {
      ...mapping.query!,
      clusters: clusters.map(({ cluster }) => cluster),
    };
    renderInPortal(
      <PostureEmpty
        state="noWorkloads"
        posture={{ ...posture, clusters, mapping: { ...mapping, query } }}
        entity="cdn-purger"
        titleAs="h2"
      />,
    );
    const text = await screen.findByText(/^(Nothing|What)/);
    expect(text.textContent?.trim()).toBe(words);
  });
});
