import {
  createEvaluator,
  DEFAULT_SETTINGS,
  Inventory,
} from 'security-posture-engine';
import { aDeployment, collected } from './__testUtils__/collected';
import { CONTROLS, workloadOf } from './__testUtils__/judgeIn';
import { GapCollector, isGap, unreadInputs } from './findGaps';
import { judgeWorkload } from './judgeWorkload';

describe('gaps', () => {
  const { inventory } = collected(aDeployment('web'), {
    unread: { serviceAccounts: 'forbidden', nodes: 'unreachable' },
  });

  it('are what controls need that was not read', () => {
    const unread = unreadInputs(CONTROLS, inventory);
    expect(unread.get('sa-token-automount')).toEqual(new Set(['forbidden']));
    expect(unread.get('apparmor-profile')).toEqual(new Set(['unreachable']));
    expect(unread.has('host-pid')).toBe(false);
  });

  it('are all controls where the version is not known', () => {
    const unknown: Inventory = { ...inventory, kubernetesVersion: undefined };
    const unread = unreadInputs(CONTROLS, unknown);
    expect(unread.size).toBe(CONTROLS.length);
    expect(unread.get('host-pid')).toEqual(new Set(['unsupportedVersion']));
  });

  it('explain findings of the same reason only', () => {
    const unread = new Map([['a', new Set(['forbidden' as const])]]);
    const finding = {
      control: 'a',
      severity: 'low',
      violations: [],
      subject: { type: 'cluster', apiVersion: '', kind: 'Cluster', name: 'c' },
    } as const;
    expect(
      isGap(
        { ...finding, outcome: 'notEvaluated', reason: 'forbidden' },
        unread,
      ),
    ).toBe(true);
    expect(
      isGap(
        { ...finding, outcome: 'notEvaluated', reason: 'parseError' },
        unread,
      ),
    ).toBe(false);
    expect(isGap({ ...finding, outcome: 'pass' }, unread)).toBe(false);
    expect(
      isGap(
        {
          ...finding,
          control: 'b',
          outcome: 'notEvaluated',
          reason: 'forbidden',
        },
        unread,
      ),
    ).toBe(false);
  });

  it('are collected once per control and reason', () => {
    const collector = new GapCollector(unreadInputs(CONTROLS, inventory));
    for (const name of ['web', 'worker'])
      collector.collect(judgeInCollected(name, inventory));
    const controls = collector.gaps.map(
      ({ control, reason }) => `${control} ${reason}`,
    );
    expect(new Set(controls).size).toBe(controls.length);
    expect(controls).toContain('sa-token-automount forbidden');
  });

  function judgeInCollected(name: string, within: Inventory) {
    const evaluator = createEvaluator(CONTROLS, within, {
      now: 0,
      settings: DEFAULT_SETTINGS,
    });
    return judgeWorkload(
      evaluator,
      workloadOf(aDeployment(name)),
      [],
      CONTROLS,
    );
  }
});
