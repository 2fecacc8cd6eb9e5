import { createEvaluator } from '../evaluate/evaluateInventory';
import { hostPid } from '../controls/podSpec/hostPid';
import { privilegedContainer } from '../controls/podSpec/privilegedContainer';
import { DEFAULT_SETTINGS } from '../model/settings';
import { KubernetesObject } from '../model/kubernetesObject';
import { Workload } from '../model/workload';
import { anInventory, parseExample, TEST_NOW } from '../testing';
import { provePatch } from './provePatch';

const CONTROLS = [privilegedContainer, hostPid];
const SPEC = `containers: [{ name: web, image: web, securityContext: { privileged: true } }]`;
const DEBUGGER = {
  name: 'debugger',
  image: 'busybox',
  securityContext: { privileged: true },
};

const [DEPLOYMENT] = parseExample(`apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { template: { spec: { ${SPEC} } } }`);
const [POD] = parseExample(`apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec: { ${SPEC}, ephemeralContainers: [${JSON.stringify(DEBUGGER)}] }`);

function isProven(object: KubernetesObject, workload: Workload): boolean {
  const { evaluate } = createEvaluator(CONTROLS, anInventory([object]), {
    now: TEST_NOW,
    settings: DEFAULT_SETTINGS,
  });
  const before = evaluate(workload);
  const own = before.find(({ control }) => control === privilegedContainer.id)!;
  const patch = privilegedContainer.patch!(own.violations)!;
  return provePatch(privilegedContainer, patch, workload, before, patched =>
    evaluate(patched),
  );
}

describe('provePatch', () => {
  it('counts on new pods without the containers that were added to those that run', () => {
    const running = new Workload(DEPLOYMENT, [DEBUGGER]);
    expect(running.containers).toHaveLength(2);
    expect(isProven(DEPLOYMENT, running)).toBe(true);
  });

  it('does not hold where a bare Pod keeps such a container', () => {
    expect(isProven(POD, new Workload(POD))).toBe(false);
  });
});
