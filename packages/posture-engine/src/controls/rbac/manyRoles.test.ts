import { createEvaluator } from '../../evaluate/evaluateInventory';
import { allControls } from '../../library/controlLibrary';
import { KubernetesObject } from '../../model/kubernetesObject';
import { DEFAULT_SETTINGS } from '../../model/settings';
import { subjectsBesideWorkloads } from '../../normalize/subjectsOf';
import { rulesOfClusterRole } from '../../relate/rulesOfRole';
import { anInventory, CLUSTER, TEST_NOW } from '../../testing';

const MANY = 3_000;
const CONTROLS = allControls().filter(({ category }) => category === 'rbac');

/** An object whose `rules` say how often they are read. */
function counted(object: KubernetesObject, rules: unknown, reads: string[]) {
  return Object.defineProperty({ ...object }, 'rules', {
    enumerable: true,
    get: () => {
      reads.push(object.metadata.name);
      return rules;
    },
  }) as KubernetesObject;
}

function rbacObject(kind: string, name: string, rest: object) {
  const isNamespaced = kind === 'Role' || kind === 'RoleBinding';
  return {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind,
    metadata: { name, ...(isNamespaced ? { namespace: 'shop' } : {}) },
    ...rest,
  } as KubernetesObject;
}

/** As many roles and bindings of each kind, all bound to one account that a Deployment runs as. */
function manyObjects(reads: string[]): KubernetesObject[] {
  const subjects = [{ kind: 'ServiceAccount', name: 'web', namespace: 'shop' }];
  const rules = [{ apiGroups: [''], resources: ['secrets'], verbs: ['get'] }];
  const some = Array.from({ length: MANY }, (_, index) => `role-${index}`);
  return [
    {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: 'web', namespace: 'shop' },
    },
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'web', namespace: 'shop' },
      spec: {
        template: {
          spec: { serviceAccountName: 'web', containers: [{ name: 'web' }] },
        },
      },
    },
    ...some.flatMap(name => [
      counted(rbacObject('ClusterRole', name, {}), rules, reads),
      counted(rbacObject('Role', name, {}), rules, reads),
      rbacObject('ClusterRoleBinding', name, {
        roleRef: { kind: 'ClusterRole', name },
        subjects,
      }),
      rbacObject('RoleBinding', name, {
        roleRef: { kind: 'Role', name },
        subjects,
      }),
    ]),
  ];
}

describe('thousands of roles', () => {
  it('are each resolved once, whatever asks for them', () => {
    const reads: string[] = [];
    const inventory = anInventory(manyObjects(reads), {
      fromCluster: true,
      serverVersion: 'v1.36.1',
    });
    const evaluator = createEvaluator(CONTROLS, inventory, {
      now: TEST_NOW,
      settings: DEFAULT_SETTINGS,
    });
    const findings = [...subjectsBesideWorkloads(inventory, CLUSTER)].flatMap(
      judged => evaluator.evaluate(judged),
    );
    const failing = findings.filter(({ outcome }) => outcome === 'fail');
    expect(failing.map(({ control }) => control)).toContain(
      'workload-sa-privileges',
    );
    expect(
      failing.filter(({ control }) => control === 'rbac-secrets-read'),
    ).toHaveLength(2 * MANY);
    // Once to see what it grants, and nothing for the other controls and bindings.
    expect(reads).toHaveLength(2 * MANY);
  });

  it('are each read once where they all take in each other', () => {
    const reads: string[] = [];
    const roles = Array.from({ length: 500 }, (_, index) =>
      counted(
        {
          ...rbacObject('ClusterRole', `role-${index}`, {
            aggregationRule: {
              clusterRoleSelectors: [{ matchLabels: { all: 'yes' } }],
            },
          }),
          metadata: { name: `role-${index}`, labels: { all: 'yes' } },
        },
        [{ apiGroups: [''], resources: ['secrets'], verbs: ['get'] }],
        reads,
      ),
    );
    for (const { metadata } of roles)
      expect(rulesOfClusterRole(metadata.name, roles)).toHaveLength(500);
    expect(reads).toHaveLength(500);
  });
});
