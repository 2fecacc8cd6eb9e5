import { KubernetesObject } from '../model/kubernetesObject';
import { infraAssessment } from './infraAssessment';
import { MalformedInput } from './malformedInput';

const LABELS = {
  'trivy-operator.resource.kind': 'Node',
  'trivy-operator.resource.name': 'cp-1',
};

function aReport(
  report: unknown,
  metadata: Record<string, unknown> = { labels: LABELS },
): KubernetesObject {
  return {
    apiVersion: 'aquasecurity.github.io/v1alpha1',
    kind: 'ClusterInfraAssessmentReport',
    metadata: { name: 'node-cp-1', ...metadata },
    report,
  };
}

const check = (checkID: unknown, success: unknown) => ({ checkID, success });
const checked = (...checks: unknown[]) => [
  ...infraAssessment(aReport({ checks })).checks,
];

describe('infraAssessment', () => {
  it('reads subject, date, version and checks', () => {
    expect(
      infraAssessment(
        aReport({
          scanner: { name: 'Trivy', version: '0.27.0' },
          updateTimestamp: '2026-11-20T08:00:00Z',
          checks: [check('KCV-0048', true)],
        }),
      ),
    ).toEqual({
      subject: { kind: 'Node', name: 'cp-1' },
      reportedAt: Date.UTC(2026, 10, 20, 8),
      operatorVersion: '0.27.0',
      checks: new Map([[48, true]]),
    });
  });

  it.each(['KCV-0012', 'KCV0012', 'AVD-KCV-0012', 'kcv-12', 'KCV-00012'])(
    'takes %s for 12',
    id => {
      expect(checked(check(id, false))).toEqual([[12, false]]);
    },
  );

  it.each([
    ['another family', check('KSV-0012', false)],
    ['an id of the wrong type', check(12, false)],
    ['no success', check('KCV-0012', null)],
  ])('leaves out %s', (_, given) => {
    expect(checked(given)).toEqual([]);
  });

  it('lets a check that is there twice pass only where both do', () => {
    expect(checked(check('KCV1', true), check('KCV-0001', false))).toEqual([
      [1, false],
    ]);
    expect(checked(check('KCV1', false), check('KCV-0001', true))).toEqual([
      [1, false],
    ]);
  });

  it('finds a subject with a long name by its owner', () => {
    const report = aReport(
      { checks: [] },
      {
        namespace: 'kube-system',
        labels: { 'trivy-operator.resource.kind': 'Pod' },
        ownerReferences: [{ kind: 'Pod', name: 'kube-apiserver-cp-1' }],
      },
    );
    expect(infraAssessment(report).subject).toEqual({
      kind: 'Pod',
      namespace: 'kube-system',
      name: 'kube-apiserver-cp-1',
    });
  });

  it.each([
    ['no report', aReport(undefined)],
    ['no checks', aReport({ summary: {} })],
    ['checks of the wrong type', aReport({ checks: {} })],
    ['a check of the wrong type', aReport({ checks: ['KCV-0001'] })],
    ['a date that is none', aReport({ checks: [], updateTimestamp: 'today' })],
    ['no subject', aReport({ checks: [] }, {})],
  ])('refuses %s', (_, report) => {
    expect(() => infraAssessment(report)).toThrow(MalformedInput);
  });
});
