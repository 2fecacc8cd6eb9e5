import { screen } from '@testing-library/react';
import type { CoverageResponse } from 'backstage-plugin-security-posture-common';
import { aCoverage } from '../../testing/coverageSamples';
import {
  answerGet,
  refuseGet,
  renderInPortal,
  startPortalServer,
} from '../../__testUtils__/portal';
import { violationsIn } from '../../__testUtils__/violationsIn';
import { SetupPage } from './SetupPage';
import { setupSteps, SetupState } from './setupSteps';

const server = startPortalServer();

const PREFLIGHT = {
  cluster: 'prod-eu',
  checkedAt: '2026-11-22T10:00:00.000Z',
  answers: true,
  kubernetesVersion: 'v1.35.8',
  items: [],
};

describe('setupSteps', () => {
  const [first, second] = aCoverage().clusters!;
  const linked = {
    ...aCoverage().entities,
    expected: 2,
    expectedWithWorkloads: 2,
  };
  it.each<[string, Partial<CoverageResponse>, SetupState[]]>([
    ['a silent cluster', {}, ['done', 'done', 'open', 'open']],
    [
      'clusters that all answer, and all services linked',
      { clusters: [first], entities: linked },
      ['done', 'done', 'done', 'done'],
    ],
    [
      'no cluster',
      { clusters: [], entities: linked },
      ['done', 'open', 'open', 'done'],
    ],
    [
      'a user who may not read clusters',
      { clusters: undefined },
      ['done', 'hidden', 'hidden', 'open'],
    ],
    [
      'no service that asks for workloads',
      {
        clusters: [first],
        entities: { ...linked, expected: 0, expectedWithWorkloads: 0 },
      },
      ['done', 'done', 'done', 'open'],
    ],
  ])('tells how far it is with %s', (_, over, states) => {
    const steps = setupSteps(aCoverage(over));
    expect(steps.map(({ state }) => state)).toEqual(states);
    expect(second.stale).toBe(true);
  });
});

describe('SetupPage', () => {
  it('names what is left to do, and asks the cluster of the address for its rights', async () => {
    server.use(
      answerGet('coverage', { ...aCoverage() }),
      answerGet('clusters/prod-us/preflight', {
        ...PREFLIGHT,
        cluster: 'prod-us',
      }),
    );
    const { container } = renderInPortal(<SetupPage />, '/?cluster=prod-us');
    expect(
      await screen.findByRole('heading', {
        name: 'To do: Every cluster was scanned lately',
      }),
    ).toBeVisible();
    expect(screen.getByText(/the API server did not answer/)).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'See what is not linked' }),
    ).toHaveAttribute('href', '/security-posture/coverage');
    expect(
      await screen.findByText(/Everything that a sweep reads may be read/),
    ).toBeVisible();
    expect(await violationsIn(container)).toEqual([]);
  });

  it('shows how to connect a cluster where there is none', async () => {
    server.use(answerGet('coverage', { ...aCoverage({ clusters: [] }) }));
    renderInPortal(<SetupPage />);
    expect(
      await screen.findByText(/authProvider: serviceAccount/),
    ).toBeVisible();
  });

  it('says why it cannot be told', async () => {
    server.use(refuseGet('coverage', 403, 'NotAllowedError'));
    renderInPortal(<SetupPage />);
    expect(
      await screen.findByText(/security-posture\.posture\.read/),
    ).toBeVisible();
  });
});
