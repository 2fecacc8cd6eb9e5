import { allControls } from '../library/controlLibrary';
import { Finding } from '../model/finding';
import { Inventory } from '../model/inventory';
import { NotEvaluatedReason } from '../model/outcome';
import { DEFAULT_SETTINGS } from '../model/settings';
import { subjectsBesideWorkloads } from '../normalize/subjectsOf';
import { anInventory, CLUSTER, parseExample, TEST_NOW } from '../testing';
import { scannedPod, trivyReport } from '../testing/scannedPod';
import { createEvaluator } from './evaluateInventory';
import { GapCollector, isGap, unreadInputs } from './gaps';

const CONTROLS = allControls();
const INVENTORY = anInventory([], {
  unread: { serviceAccounts: 'forbidden', nodes: 'unreachable' },
});

const aFinding = (control: string, rest: Partial<Finding>): Finding => ({
  control,
  subject: { type: 'cluster', apiVersion: '', kind: 'Cluster', name: 'c' },
  outcome: 'notEvaluated',
  severity: 'low',
  violations: [],
  ...rest,
});

describe('unreadInputs', () => {
  it('are the lists that controls need and that were not read', () => {
    const unread = unreadInputs(CONTROLS, INVENTORY);
    expect(unread.get('sa-exists')).toEqual(new Set(['forbidden']));
    expect(unread.get('user-namespace')).toEqual(new Set(['unreachable']));
    expect(unread.has('host-pid')).toBe(false);
  });

  it('are the reports of other tools where there are none at all', () => {
    const reasons = (options: Parameters<typeof anInventory>[1], yaml = '') =>
      unreadInputs(
        CONTROLS,
        anInventory(yaml ? parseExample(yaml) : [], options),
      ).get('image-exposed-secrets');
    expect(reasons({ fromCluster: true })).toEqual(new Set(['noReport']));
    expect(
      reasons(
        { fromCluster: true },
        trivyReport({ kind: 'ExposedSecretReport' }),
      ),
    ).toBeUndefined();
  });

  it('are not the reports of one tool where another left some', () => {
    const reasons = (unread: NotEvaluatedReason, yaml = '') =>
      unreadInputs(
        CONTROLS,
        anInventory(yaml ? parseExample(yaml) : [], {
          fromCluster: true,
          unread: { kubescapeVulnerabilityManifests: unread },
        }),
      ).get('image-vulnerabilities');
    expect(reasons('probeOff')).toEqual(new Set(['probeOff', 'noReport']));
    expect(reasons('probeOff', trivyReport())).toBeUndefined();
  });

  it('are other lists also where reports are there', () => {
    const inventory = anInventory(parseExample(trivyReport()), {
      fromCluster: true,
      unread: { livePods: 'forbidden' },
    });
    expect(
      unreadInputs(CONTROLS, inventory).get('image-vulnerabilities'),
    ).toEqual(new Set(['forbidden']));
  });

  it('are all controls where the version is not known', () => {
    const unknown: Inventory = { ...INVENTORY, kubernetesVersion: undefined };
    const unread = unreadInputs(CONTROLS, unknown);
    expect(unread.size).toBe(CONTROLS.length);
    expect(unread.get('host-pid')).toEqual(new Set(['unsupportedVersion']));
  });
});

describe('isGap', () => {
  const unread = new Map([['a', new Set(['forbidden' as const])]]);

  it.each<[string, Finding, boolean]>([
    ['the reason of the gap', aFinding('a', { reason: 'forbidden' }), true],
    ['another reason', aFinding('a', { reason: 'parseError' }), false],
    ['a pass', aFinding('a', { outcome: 'pass' }), false],
    ['another control', aFinding('b', { reason: 'forbidden' }), false],
    ['what a person has to answer', aFinding('b', { reason: 'manual' }), true],
    [
      'what a person has to answer about a workload',
      aFinding('b', {
        reason: 'manual',
        subject: {
          type: 'workload',
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          name: 'web',
        },
      }),
      false,
    ],
  ])('%s: %#', (_, finding, expected) => {
    expect(isGap(finding, unread)).toBe(expected);
  });
});

describe('a tool whose reports are not read beside one that left some', () => {
  const CRITICAL = `  vulnerabilities:
    - { vulnerabilityID: CVE-2026-1, resource: openssl, fixedVersion: 3.0.1, severity: CRITICAL }`;
  const API = `apiVersion: v1
kind: Pod
metadata: { name: api, namespace: shop }
spec: { containers: [{ name: api, image: "registry.example.com/api:2.0" }] }`;

  it('leaves open the images that no report is about, and no more', () => {
    const inventory = anInventory(
      parseExample(scannedPod({ report: CRITICAL }) + API),
      {
        fromCluster: true,
        unread: { kubescapeVulnerabilityManifests: 'probeOff' },
      },
    );
    const controls = CONTROLS.filter(
      ({ id }) => id === 'image-vulnerabilities',
    );
    const { evaluate } = createEvaluator(controls, inventory, {
      now: TEST_NOW,
      settings: DEFAULT_SETTINGS,
    });
    const findings = [...subjectsBesideWorkloads(inventory, CLUSTER)]
      .filter(({ subject }) => subject.type === 'image')
      .flatMap(image => evaluate(image));
    expect(
      findings.map(({ outcome, reason }) => [outcome, reason]).sort(),
    ).toEqual([
      ['fail', undefined],
      ['notEvaluated', 'probeOff'],
    ]);
    const collector = new GapCollector(unreadInputs(controls, inventory));
    expect(collector.collect(findings)).toEqual(new Set());
  });
});

describe('GapCollector', () => {
  it('collects each control and reason once, and names the controls', () => {
    const collector = new GapCollector(unreadInputs(CONTROLS, INVENTORY));
    const findings = [
      aFinding('sa-exists', { reason: 'forbidden' }),
      aFinding('sa-exists', { reason: 'controlError' }),
      aFinding('host-pid', { outcome: 'fail' }),
    ];
    expect(collector.collect(findings)).toEqual(new Set(['sa-exists']));
    expect(collector.collect(findings)).toEqual(new Set(['sa-exists']));
    expect(collector.gaps).toEqual([
      { control: 'sa-exists', reason: 'forbidden' },
    ]);
  });
});
