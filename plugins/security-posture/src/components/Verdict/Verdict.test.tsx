import { screen } from '@testing-library/react';
import type { EntityPosture } from 'backstage-plugin-security-posture-common';
import { renderInPortal } from '../../__testUtils__/portal';
import { aPosture, minutesAgo } from '../../testing/samples';
import { Verdict } from './Verdict';

type Reasons = EntityPosture['reasons'];

type Counts = { critical: number; high: number };

function aBlockedPosture(blocking: Counts, open: Counts): EntityPosture {
  const reasons = (['critical', 'high'] as const)
    .filter(severity => blocking[severity] > 0)
    .map(severity => ({
      kind: 'openFindings' as const,
      severity,
      count: blocking[severity],
    }));
  return aPosture({
    readiness: reasons.length > 0 ? 'notReady' : 'ready',
    reasons,
    scopeOfReadiness: 'production',
    open: { ...open, medium: 0, low: 0, info: 0 },
  });
}

const since = minutesAgo(8 * 60);

describe('Verdict', () => {
  it.each<[string, EntityPosture['readiness'], Reasons, RegExp, RegExp]>([
    ['ready', 'ready', [], /^Ready for/, /^No critical or high/],
    [
      'one critical finding',
      'notReady',
      [{ kind: 'openFindings', severity: 'critical', count: 1 }],
      /^Not ready/,
      /^1 critical finding must be fixed$/,
    ],
    [
      'critical and high findings',
      'notReady',
      [
        { kind: 'openFindings', severity: 'critical', count: 1 },
        { kind: 'openFindings', severity: 'high', count: 3 },
      ],
      /^Not ready/,
      /^1 critical and 3 high findings must be fixed$/,
    ],
    [
      'a known blocker before a silent cluster',
      'notReady',
      [
        { kind: 'staleCluster', cluster: 'prod-us', since },
        { kind: 'openFindings', severity: 'high', count: 2 },
      ],
      /^Not ready/,
      /^2 high findings must be fixed$/,
    ],
    [
      'a silent cluster',
      'unknown',
      [{ kind: 'staleCluster', cluster: 'prod-us', since }],
      /^Unknown: prod-us went silent 8 hr ago$/,
      /last posture/,
    ],
    [
      'a silent cluster before low coverage',
      'unknown',
      [
        { kind: 'lowCoverage', coverage: 0.5, required: 0.9 },
        { kind: 'staleCluster', cluster: 'prod-us' },
      ],
      /^Unknown: what is known of prod-us is too old$/,
      /last posture/,
    ],
    [
      'a cluster never scanned',
      'unknown',
      [{ kind: 'neverSweptCluster', cluster: 'prod-us' }],
      /^Unknown: prod-us was never scanned$/,
      /not in the posture/,
    ],
    [
      'low coverage',
      'unknown',
      [{ kind: 'lowCoverage', coverage: 0.87, required: 0.9 }],
      /too little could be judged$/,
      /^Coverage is 87%, the gate asks for 90%$/,
    ],
    [
      'nothing evaluated',
      'unknown',
      [{ kind: 'nothingEvaluated' }],
      /nothing could be judged$/,
      /lacked something to read/,
    ],
  ])('says in words: %s', async (_, readiness, reasons, title, detail) => {
    const posture = aPosture({ readiness, reasons, scopeOfReadiness: 'all' });
    renderInPortal(<Verdict size="large" posture={posture} />);
    const heading = await screen.findByRole('heading', { level: 2 });
    expect(heading).toHaveTextContent(title);
    expect(heading.nextElementSibling).toHaveTextContent(detail);
  });

  it.each<[string, Counts, Counts, string]>([
    [
      'nothing, where production holds all',
      { critical: 1, high: 5 },
      { critical: 1, high: 5 },
      '1 critical and 5 high findings must be fixed',
    ],
    [
      'one more',
      { critical: 1, high: 5 },
      { critical: 1, high: 6 },
      '1 critical and 5 high findings in production must be fixed 1 more high finding outside production',
    ],
    [
      'more of both severities',
      { critical: 0, high: 1 },
      { critical: 1, high: 3 },
      '1 high finding in production must be fixed 1 more critical and 2 high findings outside production',
    ],
    [
      'what a service that is ready has',
      { critical: 0, high: 0 },
      { critical: 0, high: 1 },
      'No critical or high finding is open in production 1 high finding outside production',
    ],
  ])(
    'says beside it what lies outside production: %s',
    async (_, blocking, open, detail) => {
      const posture = aBlockedPosture(blocking, open);
      renderInPortal(<Verdict size="large" posture={posture} />);
      const heading = await screen.findByRole('heading', { level: 2 });
      expect(heading.nextElementSibling).toHaveTextContent(
        new RegExp(`^${detail}$`),
      );
    },
  );

  it('leaves that to the tab where it is small', async () => {
    const posture = aBlockedPosture(
      { critical: 1, high: 0 },
      { critical: 1, high: 1 },
    );
    renderInPortal(<Verdict size="small" posture={posture} />);
    expect(
      await screen.findByText('1 critical finding in production must be fixed'),
    ).toBeVisible();
    expect(screen.queryByText(/outside production/)).not.toBeInTheDocument();
  });
});
