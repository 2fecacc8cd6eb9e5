import { screen } from '@testing-library/react';
import { renderInPortal } from '../../__testUtils__/portal';
import { aCluster, minutesAgo } from '../../testing/samples';
import { ClusterList } from './ClusterList';

const unseen = { lastSuccessAt: undefined, workloads: 0 };

describe('ClusterList', () => {
  it.each([
    ['scanned', aCluster(), /^prod-euproductionScanned 12 min ago3$/],
    [
      'scanned in part',
      aCluster({ reason: 'forbidden' }),
      /Scanned in part.*refused to show.*last complete scan 12 min ago.*3$/,
    ],
    [
      'silent, with its last posture',
      aCluster({
        state: 'unreachable',
        reason: 'unreachable',
        failingSince: minutesAgo(480),
        lastSuccessAt: minutesAgo(540),
      }),
      /Does not answer.*did not answer.*went silent 8 hr ago.*last scanned 9 hr ago.*3$/,
    ],
    [
      'never scanned, with no number of workloads',
      aCluster({ state: 'neverScanned', ...unseen }),
      /Not scanned yet.*–$/,
    ],
    [
      'for users only',
      aCluster({ state: 'needsUserCredentials', ...unseen }),
      /Admits users only.*–$/,
    ],
    ['removed', aCluster({ state: 'gone' }), /Removed from the portal/],
  ])('says of a cluster that it is %s', async (_, cluster, words) => {
    renderInPortal(<ClusterList clusters={[cluster]} stale={[]} />);
    const [, row] = await screen.findAllByRole('row');
    expect(row).toHaveTextContent(words);
  });
});
