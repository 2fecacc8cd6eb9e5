import {
  createEvaluator,
  DEFAULT_SETTINGS,
  EntityFacts,
} from 'security-posture-engine';
import { aDeployment, collected } from './__testUtils__/collected';
import { CONTROLS, judgeIn } from './__testUtils__/judgeIn';
import { judgeWorkload } from './judgeWorkload';

function outcomeOf(
  control: string,
  findings: readonly { control: string; outcome: string }[],
) {
  return findings.find(finding => finding.control === control)?.outcome;
}

describe('judgeWorkload', () => {
  const SYSTEM = aDeployment('web', '', { namespace: 'kube-system' });
  const plain = { ref: 'component:default/web', tags: [] };
  const tagged = { ref: 'component:default/agent', tags: ['infrastructure'] };

  it.each<[string, readonly EntityFacts[], string]>([
    ['nobody', [], 'notApplicable'],
    ['a service', [plain], 'fail'],
    ['a part of the cluster', [tagged], 'pass'],
    ['both, the service first', [plain, tagged], 'fail'],
    ['both, the service last', [tagged, plain], 'fail'],
  ])('judges what the entity decides for %s', (_, owners, expected) => {
    const findings = judgeIn(SYSTEM, owners);
    expect(outcomeOf('workload-in-system-namespace', findings)).toBe(expected);
  });

  it('gives one finding per control in the order of the controls, however many owners there are', () => {
    const one = judgeIn(SYSTEM, [plain]).map(({ control }) => control);
    const two = judgeIn(SYSTEM, [tagged, plain]).map(({ control }) => control);
    expect(two).toEqual(one);
    expect(new Set(two).size).toBe(
      CONTROLS.filter(({ subject }) => subject === 'workload').length,
    );
  });

  it('judges no more than it is asked for', () => {
    const { inventory, workloads } = collected(SYSTEM);
    const evaluator = createEvaluator(CONTROLS, inventory, {
      now: 0,
      settings: DEFAULT_SETTINGS,
    });
    const findings = judgeWorkload(
      evaluator,
      workloads[0],
      [plain, tagged],
      CONTROLS,
      new Set(['host-pid']),
    );
    expect(findings.map(({ control }) => control)).toEqual(['host-pid']);
  });
});
