import { createEvaluator } from '../evaluate/evaluateInventory';
import { Finding } from '../model/finding';
import { KubernetesObject } from '../model/kubernetesObject';
import { DEFAULT_SETTINGS } from '../model/settings';
import { subjectsBesideWorkloads } from '../normalize/subjectsOf';
import { anInventory, CLUSTER, parseExample, TEST_NOW } from '../testing';
import { allControls } from './controlLibrary';

const CONTROLS = allControls();

/** All findings of all subjects, once as manifests show them and once as a sweep does. */
function findingsOf(objects: readonly KubernetesObject[]): readonly Finding[] {
  return [true, false].flatMap(fromCluster => {
    const inventory = anInventory(objects, { fromCluster });
    const evaluator = createEvaluator(CONTROLS, inventory, {
      now: TEST_NOW,
      settings: DEFAULT_SETTINGS,
    });
    const { workloads } = inventory;
    return [
      ...(workloads.read ? workloads.items : []),
      ...subjectsBesideWorkloads(inventory, CLUSTER),
    ].flatMap(judged => evaluator.evaluate(judged));
  });
}

describe('what was read', () => {
  const SECRET = 'hunter2-Q7xW9vK3pL5mN8-do-not-show';
  const POD = `
initContainers:
  - { name: setup, image: "registry.example.com/setup", args: ["--password=${SECRET}", "--token", "${SECRET}"], env: [{ name: DB_PASSWORD, value: "${SECRET}" }] }
containers:
  - name: web
    image: registry.example.com/web
    command: ["/bin/web", "--api-key=${SECRET}"]
    args: ["--password", "${SECRET}"]
    env:
      - { name: DB_PASSWORD, value: "${SECRET}" }
      - { name: API_TOKEN, value: "${SECRET}" }
      - { name: PLAIN, value: "${SECRET}" }
    envFrom: [{ configMapRef: { name: settings } }]`;
  const MANIFESTS = `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop, annotations: { note: "${SECRET}" } }
spec:
  template:
    metadata:
      annotations:
        container.apparmor.security.beta.kubernetes.io/web: "${SECRET}"
        seccomp.security.alpha.kubernetes.io/pod: "${SECRET}"
        note: "${SECRET}"
    spec:${POD.replace(/\n/g, '\n      ')}
---
apiVersion: v1
kind: ConfigMap
metadata: { name: settings, namespace: shop }
data: { password: "${SECRET}", "app.properties": "db.password=${SECRET}" }`;

  it('never shows a value of the environment, an argument, an annotation or a ConfigMap', () => {
    const objects = parseExample(MANIFESTS);
    const findings = findingsOf(objects);
    expect(
      findings.find(({ control }) => control === 'secrets-in-env')?.outcome,
    ).toBe('fail');
    expect(
      findings.find(({ control }) => control === 'secrets-in-configmap')
        ?.outcome,
    ).toBe('fail');
    expect(JSON.stringify(findings)).not.toContain('hunter2');
  });

  it('shows neither such a value in a patch', () => {
    const objects = parseExample(MANIFESTS);
    const patches = findingsOf(objects).map(finding => {
      const control = CONTROLS.find(({ id }) => id === finding.control);
      return control?.subject === 'workload'
        ? control.patch?.(finding.violations)
        : control?.remedy?.(finding.subject, finding.violations);
    });
    expect(patches.filter(Boolean).length).toBeGreaterThan(5);
    expect(JSON.stringify(patches)).not.toContain('hunter2');
  });
});
