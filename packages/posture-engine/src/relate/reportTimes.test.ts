import { KubernetesObject } from '../model/kubernetesObject';
import {
  complianceReportTime,
  kubeBenchTime,
  kubescapeManifestTime,
  newestOf,
  policyReportTime,
  trivyReportTime,
} from './reportTimes';

const CREATED = '2026-10-01T00:00:00Z';
const UPDATED = '2026-11-20T10:00:00Z';

function report(rest: object, name = 'r'): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Report',
    metadata: { name, creationTimestamp: CREATED },
    ...rest,
  };
}

describe('the time of a report', () => {
  it.each<[string, number | undefined, string | undefined]>([
    [
      'Trivy: updated',
      trivyReportTime(report({ report: { updateTimestamp: UPDATED } })),
      UPDATED,
    ],
    ['Trivy: half-written', trivyReportTime(report({ report: null })), CREATED],
    [
      'Trivy: garbage',
      trivyReportTime(report({ report: { updateTimestamp: 'soon' } })),
      CREATED,
    ],
    [
      'Kubescape: whole',
      kubescapeManifestTime(
        report({ spec: { metadata: { report: { createdAt: UPDATED } } } }),
      ),
      UPDATED,
    ],
    [
      'Kubescape: as lists have it',
      kubescapeManifestTime(report({ spec: {} })),
      CREATED,
    ],
    [
      'compliance: judged',
      complianceReportTime(
        report({ status: { updateTimestamp: UPDATED } }, 'k8s-cis-1.23'),
      ),
      UPDATED,
    ],
    [
      'compliance: never judged',
      complianceReportTime(report({}, 'k8s-cis-1.23')),
      undefined,
    ],
    [
      'compliance: of another framework',
      complianceReportTime(
        report({ status: { updateTimestamp: UPDATED } }, 'k8s-nsa-1.0'),
      ),
      undefined,
    ],
    [
      'policy report of kube-bench',
      policyReportTime(
        report({
          results: [
            {
              source: 'Kube Bench',
              timestamp: { seconds: Date.parse(UPDATED) / 1000 },
            },
          ],
        }),
      ),
      UPDATED,
    ],
    [
      'policy report of kube-bench without time',
      policyReportTime(report({ results: [{ source: 'kube-bench' }] })),
      CREATED,
    ],
    [
      'policy report of Kubescape on CIS',
      policyReportTime(
        report({ results: [{ source: 'kubescape', policy: 'cis-v1.12.0' }] }),
      ),
      CREATED,
    ],
    [
      'policy report of Kubescape on something else',
      policyReportTime(
        report({ results: [{ source: 'kubescape', policy: 'NSA' }] }),
      ),
      undefined,
    ],
    [
      'policy report of Kyverno',
      policyReportTime(
        report({ results: [{ source: 'kyverno', policy: 'cis' }] }),
      ),
      undefined,
    ],
    [
      'policy report half-written',
      policyReportTime(report({ results: { a: 1 } })),
      undefined,
    ],
    [
      'policy report with nonsense in it',
      policyReportTime(report({ results: ['x', null] })),
      undefined,
    ],
  ])('%s', (_, time, expected) => {
    expect(time).toBe(expected && Date.parse(expected));
  });

  it('of an import is when it came', () => {
    const document = { receivedAt: 7, document: {} };
    expect(kubeBenchTime({ kind: 'kube-bench', ...document })).toBe(7);
    expect(
      kubeBenchTime({ kind: 'audit-policy', ...document }),
    ).toBeUndefined();
  });
});

describe('newestOf', () => {
  it.each([
    [[], undefined],
    [[undefined], undefined],
    [[3, undefined, 7, 5], 7],
  ])('of %p is %p', (times, expected) => {
    expect(newestOf(times)).toBe(expected);
  });
});
