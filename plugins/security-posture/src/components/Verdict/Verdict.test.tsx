import { screen } from '@testing-library/react';
import type { EntityPosture } from 'backstage-plugin-security-posture-common';
import { renderInPortal } from '../../__testUtils__/portal';
import { minutesAgo } from '../../testing/samples';
import { Verdict } from './Verdict';

type Reasons = EntityPosture['reasons'];

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
    renderInPortal(<Verdict size="large" posture={{ readiness, reasons }} />);
    const heading = await screen.findByRole('heading', { level: 2 });
    expect(heading).toHaveTextContent(title);
    expect(heading.nextElementSibling).toHaveTextContent(detail);
  });
});
