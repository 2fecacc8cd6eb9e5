import { screen } from '@testing-library/react';
import type { UnreadKind } from 'backstage-plugin-security-posture-common';
import { renderInPortal } from '../../__testUtils__/portal';
import { aScan } from '../../testing/samples';
import type { ScanControl } from './ScanControl';
import { ScanButton } from './ScanButton';
import { ScanOutcome } from './ScanOutcome';

function aControl(over: Partial<ScanControl> = {}): ScanControl {
  return {
    scan: undefined,
    underWay: false,
    failure: undefined,
    allowed: true,
    start: () => {},
    ...over,
  };
}

const failed = aScan({
  state: 'failed',
  clusters: [
    {
      cluster: 'prod-us',
      state: 'failed',
      listsRead: 0,
      listsTotal: 13,
      objectsRead: 0,
      reason: 'unreachable',
      unread: [],
    },
  ],
});

function finishedBut(...unread: UnreadKind[]) {
  const { clusters } = aScan();
  return aScan({
    state: 'finished',
    clusters: clusters.map((cluster, index) => ({
      ...cluster,
      state: 'finished' as const,
      unread: index === 0 ? unread : [],
    })),
  });
}

describe('ScanOutcome', () => {
  it.each<[string, Partial<ScanControl>, string]>([
    [
      'a scan that runs',
      { scan: aScan(), underWay: true },
      'Scanning prod-eu, cluster 1 of 2',
    ],
    [
      'a scan that waits',
      { scan: aScan({ state: 'waiting', clusters: [] }), underWay: true },
      'The scan waits for its turn',
    ],
    ['the first moment', { underWay: true }, 'Asking for a scan'],
    [
      'the end',
      { scan: aScan({ state: 'finished' }) },
      'The scan has finished',
    ],
    [
      'the end without a kind that was refused',
      { scan: finishedBut({ resource: 'nodes', reason: 'forbidden' }) },
      'The scan has finished without nodes in prod-eu (the API server refused to show what is needed). Findings that rest on that are stale or not evaluated.',
    ],
    [
      'the end without several kinds, by reason',
      {
        scan: finishedBut(
          { resource: 'nodes', reason: 'forbidden' },
          { resource: 'configmaps', reason: 'tooLarge' },
          { resource: 'roles', reason: 'forbidden' },
        ),
      },
      'The scan has finished without nodes and roles in prod-eu (the API server refused to show what is needed) and configmaps in prod-eu (the answer of the API server was too large to read). Findings that rest on that are stale or not evaluated.',
    ],
    [
      'the end without a kind of one namespace',
      {
        scan: finishedBut({
          resource: 'configmaps of kube-system',
          reason: 'forbidden',
        }),
      },
      'The scan has finished without configmaps of kube-system in prod-eu (the API server refused to show what is needed). Findings that rest on that are stale or not evaluated.',
    ],
    [
      'the end without a kind of all namespaces and of one',
      {
        scan: finishedBut(
          { resource: 'configmaps', reason: 'forbidden' },
          { resource: 'configmaps of kube-system', reason: 'forbidden' },
        ),
      },
      'The scan has finished without configmaps in prod-eu (the API server refused to show what is needed). Findings that rest on that are stale or not evaluated.',
    ],
    [
      'a failure with its reason',
      { scan: failed },
      'The scan of prod-us failed: the API server did not answer',
    ],
    [
      'a user who may not',
      { failure: { kind: 'forbidden', message: '' } },
      'You may not ask for a scan of this service. Its next scan comes by itself.',
    ],
    [
      'a server that refuses',
      { failure: { kind: 'server', message: 'Too many scans' } },
      'The scan could not be started: Too many scans',
    ],
    [
      'a broken connection',
      { failure: { kind: 'network', message: 'Failed to fetch' } },
      'The scan could not be started: The portal could not be reached',
    ],
  ])('reads out %s politely', async (_, over, words) => {
    renderInPortal(<ScanOutcome scan={aControl(over)} />);
    expect(await screen.findByText(words)).toHaveRole('status');
  });
});

describe('ScanButton', () => {
  it('is not there for users who may not scan', async () => {
    renderInPortal(
      <>
        <ScanButton scan={aControl({ allowed: false })} />
        <p>rendered</p>
      </>,
    );
    await screen.findByText('rendered');
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});
