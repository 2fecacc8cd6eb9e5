import {
  DEFAULT_KUBERNETES_VERSION,
  Finding,
  LiveEntity,
  SubjectRef,
} from 'security-posture-engine';
import { ManifestIndex } from '../input/ManifestIndex';
import { ScanResult } from '../scan/ScanResult';
import { compareInput } from './compareInput';

const WEB: SubjectRef = {
  type: 'workload',
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  namespace: 'shop',
  name: 'web',
};

const NOTHING: LiveEntity = { open: new Set(), exemptions: [] };

function aFinding(over: Partial<Finding> = {}): Finding {
  return {
    control: 'host-port',
    subject: WEB,
    outcome: 'fail',
    severity: 'medium',
    violations: [],
    ...over,
  };
}

function scanOf(...findings: readonly Finding[]): ScanResult {
  return {
    subjects: [{ subject: WEB, findings, occurrence: 1 }],
    gaps: [],
    scored: [],
    evaluate: () => [],
    kubernetesVersion: DEFAULT_KUBERNETES_VERSION,
    resources: 1,
    outcomes: [],
    score: null,
    errors: [],
    places: new ManifestIndex([]),
  };
}

it('keeps of a finding what is new', () => {
  const [old, fresh] = ['a', 'b'].map(container => ({
    path: 'spec',
    field: 'ports',
    container,
    message: 'x',
  }));
  const open = new Set([
    JSON.stringify(['host-port', 'Deployment', 'web', 'a', 'ports', null]),
  ]);
  const both = scanOf(aFinding({ violations: [old, fresh] }));
  const live = { ...NOTHING, open };
  expect(compareInput(both, live, 'low').failures).toMatchObject([
    { blocks: true, finding: { violations: [fresh] } },
  ]);
  const one = scanOf(aFinding({ violations: [old] }));
  expect(compareInput(one, live, 'low')).toMatchObject({
    failures: [],
    known: 1,
  });
});

it('compares a finding without a place by its object', () => {
  const open = new Set([
    JSON.stringify(['host-port', 'Deployment', 'web', null, null, null]),
  ]);
  const scan = scanOf(aFinding());
  expect(compareInput(scan, { ...NOTHING, open }, 'low').known).toBe(1);
  expect(compareInput(scan, NOTHING, 'low').failures).toHaveLength(1);
});

it('exempts what follows from another with that', () => {
  const scan = scanOf(aFinding({ consequenceOf: 'host-network' }));
  const exemptions = [{ control: 'host-network' }];
  expect(compareInput(scan, { ...NOTHING, exemptions }, 'low')).toMatchObject({
    failures: [],
    exempted: 1,
  });
});

it('leaves notes out', () => {
  const scan = scanOf(aFinding({ severity: 'info' }));
  expect(compareInput(scan, NOTHING, 'low').failures).toEqual([]);
});

it('does not know where a control could not be evaluated', () => {
  const thrown = aFinding({ outcome: 'notEvaluated', reason: 'controlError' });
  expect(compareInput(scanOf(thrown), NOTHING, 'low').unknown).toEqual([
    'host-port could not be evaluated on Deployment web.',
  ]);
  const unread = aFinding({ outcome: 'notEvaluated', reason: 'noReport' });
  expect(compareInput(scanOf(unread), NOTHING, 'low').unknown).toEqual([]);
});
