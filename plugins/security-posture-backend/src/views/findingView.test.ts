import { NOT_EVALUATED_REASONS } from 'security-posture-engine';
import { aFinding, CRITICAL, NOW, settings } from './__testUtils__/samples';
import { findingView } from './findingView';
import { indexControls } from './PostureSettings';

const controls = indexControls(settings.controls);
const control = controls.get(CRITICAL)!;

describe('findingView', () => {
  it('says of a fail what is wrong, where, since when and how to fix it', () => {
    const view = findingView(aFinding(), controls);
    expect(view).toMatchObject({
      key: aFinding().key,
      control: CRITICAL,
      title: control.failureTitle,
      why: control.why,
      fix: control.fix,
      severity: 'critical',
      category: control.category,
      outcome: 'fail',
      resource: {
        cluster: 'prod-eu',
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        namespace: 'payments',
        name: 'payments-api',
      },
      violations: aFinding().violations,
      frameworks: control.frameworks,
      openedAt: '2026-11-15T12:00:00.000Z',
    });
    expect(view.patch).toEqual({
      proven: true,
      strategicMerge: expect.stringContaining('privileged: false'),
    });
    expect(view).not.toHaveProperty('reasonText');
    expect(view).not.toHaveProperty('closedAt');
  });

  it.each([
    ['Namespace', 'v1', { name: 'payments' }],
    ['ClusterRoleBinding', 'rbac.authorization.k8s.io/v1', { name: 'admins' }],
    ['Node', 'v1', { name: 'node-1' }],
    ['Cluster', '', { name: 'prod-eu' }],
    ['ServiceAccount', 'v1', { namespace: 'payments', name: 'default' }],
  ])(
    'names a %s as it is, and offers it no patch',
    (kind, apiVersion, rest) => {
      const subject = { apiVersion, kind, ...rest };
      const quota = controls.get('resource-quota')!;
      const view = findingView(
        aFinding({ control: quota.id, subject }),
        controls,
      );
      expect(view.resource).toEqual({ cluster: 'prod-eu', ...subject });
      expect(view.title).toBe(quota.failureTitle);
      expect(view).not.toHaveProperty('patch');
    },
  );

  it('says of what was not evaluated what is required, and why it was not', () => {
    const view = findingView(
      aFinding({
        outcome: 'notEvaluated',
        reason: 'forbidden',
        violations: [],
      }),
      controls,
    );
    expect(view).toMatchObject({
      title: control.title,
      reason: 'forbidden',
      reasonText: NOT_EVALUATED_REASONS.forbidden,
    });
    expect(view).not.toHaveProperty('patch');
  });

  it.each([
    ['stale', { staleSince: NOW }, { staleSince: '2026-11-21T12:00:00.000Z' }],
    [
      'closed',
      { closedAt: NOW, closedBecause: 'passed' },
      { closedAt: '2026-11-21T12:00:00.000Z', closedBecause: 'passed' },
    ],
    ['noted', { note: 'judged as root' }, { note: 'judged as root' }],
    [
      'a consequence',
      { consequenceOf: 'host-network' },
      { consequenceOf: 'host-network' },
    ],
    [
      'of a lost control',
      { control: 'lost-control' },
      { title: 'lost-control', why: '', fix: '', frameworks: {} },
    ],
  ])('shows a finding that is %s', (_, over, shown) => {
    expect(findingView(aFinding(over), controls)).toMatchObject(shown);
  });
});
