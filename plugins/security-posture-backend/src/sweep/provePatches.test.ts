import {
  Control,
  createEvaluator,
  DEFAULT_SETTINGS,
  EntityFacts,
  Workload,
} from 'security-posture-engine';
import { aDeployment, collected, PRIVILEGED } from './__testUtils__/collected';
import { CONTROLS } from './__testUtils__/judgeIn';
import { judgeWorkload } from './judgeWorkload';
import { provePatches } from './provePatches';

describe('provePatches', () => {
  function prove(
    yaml: string,
    owners: readonly EntityFacts[] = [],
    controls: readonly Control[] = CONTROLS,
  ) {
    const { inventory, workloads } = collected(yaml);
    const evaluator = createEvaluator(controls, inventory, {
      now: 0,
      settings: DEFAULT_SETTINGS,
    });
    const judge = (workload: Workload, only?: ReadonlySet<string>) =>
      judgeWorkload(evaluator, workload, owners, controls, only);
    return provePatches(workloads[0], judge(workloads[0]), controls, judge);
  }

  it('proves what fails and has a patch, and nothing else', () => {
    const proven = prove(aDeployment('web', PRIVILEGED));
    expect(proven.get('privileged-container')).toBe(true);
    expect(proven.has('host-pid')).toBe(false);
    expect(proven.has('image-digest')).toBe(false);
  });

  it('proves for the owners that the findings were made for', () => {
    const owner = { ref: 'component:default/agent', tags: ['infrastructure'] };
    const proven = prove(
      aDeployment('web', PRIVILEGED, { namespace: 'kube-system' }),
      [owner],
    );
    expect(proven.get('privileged-container')).toBe(true);
  });

  it('asks the controls that judge, not all that there are', () => {
    const few = CONTROLS.filter(({ id }) => id === 'privileged-container');
    expect([...prove(aDeployment('web', PRIVILEGED), [], few).keys()]).toEqual([
      'privileged-container',
    ]);
    expect([...prove(aDeployment('web', PRIVILEGED), [], []).keys()]).toEqual(
      [],
    );
  });
});
