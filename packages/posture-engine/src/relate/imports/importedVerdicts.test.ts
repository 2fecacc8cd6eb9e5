import { DEFAULT_TABLES } from '../../data/defaultTables';
import { ControlContext } from '../../model/control';
import { ImportedDocument } from '../../model/evidence';
import { KubernetesObject } from '../../model/kubernetesObject';
import { MissingInput } from '../../evaluate/missingInput';
import {
  hasUnreadableImports,
  importedVerdicts,
  importedVerdictsOfNode,
  ImportNeed,
} from './importedVerdicts';

const NOW = Date.UTC(2026, 10, 21, 12);
const daysAgo = (days: number) => NOW - days * 24 * 60 * 60 * 1000;

function context(
  lists: Partial<ControlContext<ImportNeed>['inventory']>,
): ControlContext<ImportNeed> {
  const inventory = {
    imports: [],
    trivyInfraAssessmentReports: [],
    trivyClusterInfraAssessmentReports: [],
    staticPods: [],
    nodes: [],
    ...lists,
  };
  return {
    inventory,
    now: NOW,
    tables: DEFAULT_TABLES,
  } as unknown as ControlContext<ImportNeed>;
}

function kubeBench(
  results: Record<string, string>,
  nodeName?: string,
  days = 1,
): ImportedDocument {
  return {
    kind: 'kube-bench',
    receivedAt: daysAgo(days),
    ...(nodeName ? { node: nodeName } : {}),
    document: {
      Controls: [
        {
          version: 'cis-1.12',
          tests: [
            {
              results: Object.entries(results).map(([test_number, status]) => ({
                test_number,
                status,
              })),
            },
          ],
        },
      ],
    },
  };
}

function node(name: string, labels = {}): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name, labels, creationTimestamp: '2026-01-01T00:00:00Z' },
  };
}

function staticPod(name: string): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      namespace: 'kube-system',
      creationTimestamp: '2026-11-01T00:00:00Z',
    },
    spec: { nodeName: 'cp-1' },
  };
}

function trivy(
  kind: string,
  name: string,
  checks: Record<string, boolean>,
  rest: { days?: number; version?: string } = {},
): KubernetesObject {
  return {
    apiVersion: 'aquasecurity.github.io/v1alpha1',
    kind: 'InfraAssessmentReport',
    metadata: {
      name,
      ...(kind === 'Pod' ? { namespace: 'kube-system' } : {}),
      labels: {
        'trivy-operator.resource.kind': kind,
        'trivy-operator.resource.name': name,
      },
    },
    report: {
      scanner: { version: rest.version ?? '0.27.0' },
      updateTimestamp: new Date(daysAgo(rest.days ?? 1)).toISOString(),
      checks: Object.entries(checks).map(([checkID, success]) => ({
        checkID,
        success,
      })),
    },
  };
}

const CONTROL_PLANE = { 'node-role.kubernetes.io/control-plane': '' };

describe('importedVerdicts of kube-bench', () => {
  it('names the report and the node', () => {
    const given = context({
      imports: [kubeBench({ '1.2.15': 'FAIL' }, 'cp-1')],
    });
    expect(importedVerdicts(given, { cis: '1.2.15' })).toEqual([
      {
        passed: false,
        node: 'cp-1',
        place: 'Node cp-1',
        reportedAt: daysAgo(1),
        source: 'a kube-bench report of 2026-11-20',
        isStale: false,
      },
    ]);
  });

  it('takes the newest document of each node, whatever the order', () => {
    const given = context({
      imports: [
        kubeBench({ '1.2.15': 'PASS' }, 'cp-1', 1),
        kubeBench({ '1.2.15': 'FAIL' }, 'cp-1', 9),
        kubeBench({ '1.2.15': 'FAIL' }, 'cp-2', 3),
      ],
    });
    const verdicts = importedVerdicts(given, { cis: '1.2.15' });
    expect(verdicts.map(({ place, passed }) => [place, passed])).toEqual([
      ['Node cp-1', true],
      ['Node cp-2', false],
    ]);
  });

  it.each([
    [90, false],
    [91, true],
  ])('is stale after 90 days: at %i', (days, isStale) => {
    const given = context({
      imports: [kubeBench({ '2.1': 'PASS' }, 'a', days)],
    });
    expect(importedVerdicts(given, { cis: '2.1' })[0].isStale).toBe(isStale);
  });

  it('speaks of the cluster where no node is named, and of no node', () => {
    const given = context({ imports: [kubeBench({ '4.2.1': 'PASS' })] });
    expect(importedVerdicts(given, { cis: '4.2.1' })[0].place).toBe('Cluster');
    expect(importedVerdictsOfNode(given, { cis: '4.2.1' }, 'a')).toEqual([]);
  });

  it('says nothing of a check that was not run, or of another document', () => {
    const policy: ImportedDocument = {
      ...kubeBench({ '4.2.1': 'PASS' }),
      kind: 'audit-policy',
    };
    const given = context({
      imports: [kubeBench({ '4.2.1': 'PASS' }), policy],
    });
    expect(importedVerdicts(given, { cis: '4.2.2' })).toEqual([]);
    expect(importedVerdicts(given, {})).toEqual([]);
    expect(
      importedVerdicts(context({ imports: [policy] }), { cis: '4.2.1' }),
    ).toEqual([]);
  });

  it('finds what is about one node', () => {
    const given = context({
      imports: [
        kubeBench({ '4.2.1': 'PASS' }, 'a'),
        kubeBench({ '4.2.1': 'FAIL' }, 'b'),
      ],
    });
    expect(
      importedVerdictsOfNode(given, { cis: '4.2.1' }, 'b').map(
        ({ passed }) => passed,
      ),
    ).toEqual([false]);
  });
});

describe('importedVerdicts of Trivy', () => {
  const ofPod = (checks: Record<string, boolean>, rest = {}) =>
    context({
      staticPods: [staticPod('kube-apiserver-cp-1')],
      trivyInfraAssessmentReports: [
        trivy('Pod', 'kube-apiserver-cp-1', checks, rest),
      ],
    });
  const passed = (given: ControlContext<ImportNeed>, kcv: number) =>
    importedVerdicts(given, { kcv }).map(verdict => verdict.passed);

  it('names the pod, and its node', () => {
    expect(importedVerdicts(ofPod({ 'KCV-0018': false }), { kcv: 18 })).toEqual(
      [
        expect.objectContaining({
          passed: false,
          node: 'cp-1',
          place: 'Pod kube-system/kube-apiserver-cp-1',
          source: "a report of Trivy's operator of 2026-11-20",
          isStale: false,
        }),
      ],
    );
  });

  it('takes a check that is left out for passed, as only failures are reported', () => {
    expect(passed(ofPod({ 'KCV-0018': false }), 19)).toEqual([true]);
  });

  it.each([
    ['of an operator that may not know the check', { version: '0.17.9' }],
    ['of an operator whose version says nothing', { version: 'dev' }],
    ['older than its subject', { days: 30 }],
  ])('takes nothing that is left out of a report %s', (_, rest) => {
    expect(passed(ofPod({}, rest), 19)).toEqual([]);
  });

  it('asks no pod for the checks of another component', () => {
    expect(passed(ofPod({}), 33)).toEqual([]);
    expect(passed(ofPod({}), 48)).toEqual([]);
  });

  it.each([
    [7, false],
    [8, true],
  ])('is stale after 7 days: at %i', (days, isStale) => {
    const given = ofPod({ 'KCV-0018': true }, { days });
    expect(importedVerdicts(given, { kcv: 18 })[0].isStale).toBe(isStale);
  });

  it('takes the newest of two reports on one subject', () => {
    const given = context({
      staticPods: [staticPod('kube-apiserver-cp-1')],
      trivyInfraAssessmentReports: [
        trivy('Pod', 'kube-apiserver-cp-1', { KCV0018: true }),
        trivy('Pod', 'kube-apiserver-cp-1', { KCV0018: false }, { days: 3 }),
      ],
    });
    expect(passed(given, 18)).toEqual([true]);
  });

  it('says nothing of subjects that are gone', () => {
    const given = context({
      trivyInfraAssessmentReports: [
        trivy('Pod', 'kube-apiserver-cp-1', { KCV0018: false }),
      ],
    });
    expect(passed(given, 18)).toEqual([]);
  });

  it('asks workers about their kubelet, and only the control plane about its files', () => {
    const given = context({
      nodes: [node('cp-1', CONTROL_PLANE), node('worker-1')],
      trivyClusterInfraAssessmentReports: [
        trivy('Node', 'cp-1', { 'KCV-0048': false }),
        trivy('Node', 'worker-1', { 'KCV-0048': true, 'KCV-0079': false }),
      ],
    });
    expect(passed(given, 48)).toEqual([false]);
    expect(passed(given, 79)).toEqual([true, false]);
    expect(
      importedVerdictsOfNode(given, { kcv: 79 }, 'worker-1').map(
        verdict => verdict.passed,
      ),
    ).toEqual([false]);
  });
});

describe('hasUnreadableImports', () => {
  const HALF = trivy('Node', 'a', {});
  const broken: ImportedDocument = { ...kubeBench({}), document: {} };

  it.each([
    ['none', {}, false],
    ['readable ones', { imports: [kubeBench({ '1.1.1': 'PASS' })] }, false],
    ['a document that is none', { imports: [broken] }, true],
    [
      'a half-written report',
      { trivyClusterInfraAssessmentReports: [{ ...HALF, report: {} }] },
      true,
    ],
  ])('%s: %p', (_, lists, expected) => {
    expect(hasUnreadableImports(context(lists))).toBe(expected);
  });

  it('hides no verdict of others', () => {
    const given = context({
      imports: [broken, kubeBench({ '1.2.15': 'FAIL' }, 'cp-1')],
    });
    expect(importedVerdicts(given, { cis: '1.2.15' })).toHaveLength(1);
  });
});

it('goes on where lists were not read', () => {
  const given = context({ imports: [kubeBench({ '1.2.15': 'FAIL' }, 'cp-1')] });
  for (const name of ['trivyInfraAssessmentReports', 'nodes', 'staticPods'])
    Object.defineProperty(given.inventory, name, {
      get() {
        throw new MissingInput(name, 'forbidden');
      },
    });
  expect(importedVerdicts(given, { cis: '1.2.15', kcv: 18 })).toHaveLength(1);
});
