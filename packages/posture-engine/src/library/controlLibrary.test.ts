import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createEvaluator } from '../evaluate/evaluateInventory';
import { Control, WorkloadControl } from '../model/control';
import { Finding } from '../model/finding';
import { KubernetesObject } from '../model/kubernetesObject';
import { Outcome } from '../model/outcome';
import { parseKubernetesVersion } from '../model/kubernetesVersion';
import { DEFAULT_SETTINGS } from '../model/settings';
import { Workload } from '../model/workload';
import { provePatch } from '../patch/provePatch';
import {
  anInventory,
  CLUSTER,
  judgeCase,
  parseExample,
  TEST_NOW,
} from '../testing';
import { allControls } from './controlLibrary';

interface ExampleCase {
  readonly label: string;
  readonly control: Control;
  readonly outcome: Outcome;
  readonly example: string;
}

const CONTROLS = allControls();

const EXAMPLES: readonly ExampleCase[] = CONTROLS.flatMap(control =>
  (['pass', 'fail', 'notApplicable'] as const).flatMap(outcome =>
    (control.examples[outcome] ?? []).map((example, index) => ({
      label: `${control.id}: example ${index + 1} of ${outcome}`,
      control,
      outcome,
      example,
    })),
  ),
);

const FAILING = EXAMPLES.filter(({ outcome }) => outcome === 'fail');

function surroundings(control: Control) {
  const { kubernetesVersion, ...rest } = control.exampleSurroundings ?? {};
  return { ...rest, ...(kubernetesVersion ? { kubernetesVersion } : {}) };
}

function judge(control: Control, given: string): Finding {
  return judgeCase(control, {
    name: control.id,
    given,
    outcome: 'pass',
    ...surroundings(control),
  });
}

function judgeObjects(
  control: Control,
  objects: readonly KubernetesObject[],
): Finding {
  return judgeAll([control], control, objects)[0];
}

function judgeAll(
  controls: readonly Control[],
  subjectOf: Control,
  objects: readonly KubernetesObject[],
): readonly Finding[] {
  const { kubernetesVersion, entity, settings, ...rest } =
    surroundings(subjectOf);
  const version = kubernetesVersion
    ? parseKubernetesVersion(kubernetesVersion)
    : undefined;
  const inventory = anInventory(objects, {
    ...rest,
    ...(version ? { kubernetesVersion: version } : {}),
  });
  const evaluator = createEvaluator(controls, inventory, {
    now: TEST_NOW,
    settings: { ...DEFAULT_SETTINGS, ...settings },
  });
  if (subjectOf.subject === 'cluster')
    return evaluator.evaluateCluster(CLUSTER);
  return evaluator.evaluateWorkload(workloadOf(objects), entity);
}

function workloadOf(objects: readonly KubernetesObject[]): Workload {
  const { workloads } = anInventory(objects);
  if (!workloads.read || !workloads.items[0])
    throw new Error('the example has no workload');
  return workloads.items[0];
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}

/** The same objects with the keys of every object and the order of every list of containers turned round. */
function turnedRound(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) {
    const items = value.map(item => turnedRound(item));
    return /[cC]ontainers$|^volumes$|^env$|^ports$/.test(key)
      ? items.reverse()
      : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, item]) => [name, turnedRound(item, name)]),
  );
}

const POD_FIELDS = [
  'securityContext',
  'volumes',
  'initContainers',
  'hostPID',
  'hostIPC',
  'hostNetwork',
  'hostUsers',
  'serviceAccountName',
  'automountServiceAccountToken',
  'runtimeClassName',
  'os',
  'nodeSelector',
  'resources',
];
const CONTAINER_FIELDS = [
  'securityContext',
  'env',
  'envFrom',
  'ports',
  'volumeMounts',
  'resources',
  'args',
  'command',
  'lifecycle',
  'livenessProbe',
  'imagePullPolicy',
];

function fieldsOf(object: Record<string, unknown>): readonly string[] {
  if ('containers' in object) return POD_FIELDS;
  return 'image' in object || 'securityContext' in object
    ? CONTAINER_FIELDS
    : [];
}

/** The same objects with an explicit null for every field that a container, its security context or its pod leaves out. */
function withNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withNulls);
  if (typeof value !== 'object' || value === null) return value;
  const object = value as Record<string, unknown>;
  return {
    ...Object.fromEntries(
      fieldsOf(object)
        .filter(field => !(field in object))
        .map(field => [field, null]),
    ),
    ...Object.fromEntries(
      Object.entries(object).map(([name, item]) => [name, withNulls(item)]),
    ),
  };
}

const WRAPPERS: Record<
  string,
  (podSpec: unknown, metadata: unknown) => KubernetesObject
> = {
  Pod: (spec, metadata) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { ...(metadata as object), name: 'web', namespace: 'shop' },
    spec,
  }),
  StatefulSet: (spec, metadata) =>
    controller('apps/v1', 'StatefulSet', { template: { metadata, spec } }),
  DaemonSet: (spec, metadata) =>
    controller('apps/v1', 'DaemonSet', { template: { metadata, spec } }),
  Job: (spec, metadata) =>
    controller('batch/v1', 'Job', { template: { metadata, spec } }),
  CronJob: (spec, metadata) =>
    controller('batch/v1', 'CronJob', {
      jobTemplate: { spec: { template: { metadata, spec } } },
    }),
};

function controller(
  apiVersion: string,
  kind: string,
  spec: object,
): KubernetesObject {
  return {
    apiVersion,
    kind,
    metadata: { name: 'web', namespace: 'shop' },
    spec,
  };
}

const PLAIN = EXAMPLES.filter(
  ({ control, example }) =>
    control.subject === 'workload' && !/^kind:/m.test(example),
);

describe('the control library', () => {
  it('holds every file of its folders once', () => {
    const folder = join(__dirname, '../controls');
    const files = readdirSync(folder, { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .flatMap(entry => readdirSync(join(folder, entry.name)))
      .filter(file => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map(file => file.slice(0, -3));
    const names = CONTROLS.map(({ id }) =>
      id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
    );
    expect([...names].sort()).toEqual([...files].sort());
  });

  it('uses no id twice', () => {
    expect(new Set(CONTROLS.map(({ id }) => id)).size).toBe(CONTROLS.length);
  });

  it.each(CONTROLS.map(control => [control.id, control] as const))(
    '%s is worded',
    (id, control) => {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(control.title).not.toBe(control.failureTitle);
      for (const text of [control.title, control.failureTitle])
        expect(text).not.toMatch(/\.$/);
      for (const text of [control.why, control.fix, control.reads])
        expect(text.trim()).toMatch(/[.`]$/);
      expect(control.fix).toMatch(/\.$/);
      expect(control.examples.pass.length).toBeGreaterThan(0);
      expect(control.examples.fail.length).toBeGreaterThan(0);
    },
  );

  it.each(CONTROLS.map(control => [control.id, control.frameworks] as const))(
    '%s refers to frameworks in their own form',
    (_, frameworks) => {
      for (const code of frameworks.nsa ?? [])
        expect(code).toMatch(/^[PNALTU]\d$/);
      for (const ids of Object.values(frameworks.cis ?? {}))
        for (const id of ids) expect(id).toMatch(/^\d+(\.\d+)+$/);
      for (const id of frameworks['nist-800-190'] ?? [])
        expect(id).toMatch(/^4\.\d\.\d$/);
      for (const id of frameworks['owasp-k8s'] ?? [])
        expect(id).toMatch(/^K\d\d$/);
    },
  );
});

describe('every example', () => {
  it.each(EXAMPLES.map(one => [one.label, one] as const))(
    '%s is judged as it says',
    (_, one) => {
      expect(judge(one.control, one.example).outcome).toBe(one.outcome);
    },
  );

  it.each(EXAMPLES.map(one => [one.label, one] as const))(
    '%s is left as it was, and judged alike twice',
    (_, one) => {
      const objects = deepFreeze(parseExample(one.example));
      expect(JSON.stringify(judgeObjects(one.control, objects))).toBe(
        JSON.stringify(judgeObjects(one.control, objects)),
      );
    },
  );

  it.each(EXAMPLES.map(one => [one.label, one] as const))(
    '%s does not depend on order',
    (_, one) => {
      const turned = turnedRound(
        parseExample(one.example),
      ) as KubernetesObject[];
      const before = judge(one.control, one.example);
      const after = judgeObjects(one.control, turned);
      expect([after.outcome, after.severity, after.violations.length]).toEqual([
        before.outcome,
        before.severity,
        before.violations.length,
      ]);
    },
  );

  it.each(EXAMPLES.map(one => [one.label, one] as const))(
    '%s takes null for absent',
    (_, one) => {
      const nulls = withNulls(parseExample(one.example)) as KubernetesObject[];
      expect(judgeObjects(one.control, nulls)).toEqual(
        judge(one.control, one.example),
      );
    },
  );

  it.each(
    PLAIN.flatMap(one =>
      Object.keys(WRAPPERS).map(kind => [one.label, kind, one] as const),
    ),
  )('%s is judged alike in a %s', (_, kind, one) => {
    const [{ spec }] = parseExample(one.example) as unknown as [
      { spec: { template: { spec: unknown; metadata: unknown } } },
    ];
    const wrapped = WRAPPERS[kind](spec.template.spec, spec.template.metadata);
    const before = judge(one.control, one.example);
    const after = judgeObjects(one.control, [wrapped]);
    expect([after.outcome, after.reason, after.severity]).toEqual([
      before.outcome,
      before.reason,
      before.severity,
    ]);
    expect(after.violations.map(({ field }) => field)).toEqual(
      before.violations.map(({ field }) => field),
    );
  });
});

const PATCHED = FAILING.filter(
  (one): one is ExampleCase & { control: WorkloadControl } =>
    one.control.subject === 'workload' && one.control.patch !== undefined,
);

describe('every patch', () => {
  it.each(PATCHED.map(one => [one.label, one] as const))(
    '%s proves itself and breaks nothing',
    (_, one) => {
      const objects = parseExample(one.example);
      const before = judgeAll(
        CONTROLS.filter(({ subject }) => subject === 'workload'),
        one.control,
        objects,
      );
      const finding = before.find(({ control }) => control === one.control.id)!;
      const patch = one.control.patch!(finding.violations);
      expect(patch).toBeDefined();
      const evaluate = (workload: Workload, only: ReadonlySet<string>) =>
        judgeAll(
          CONTROLS.filter(({ id }) => only.has(id)),
          one.control,
          [
            workload.toObject(),
            ...objects.filter(
              object => object !== workloadOf(objects).toObject(),
            ),
          ],
        );
      expect(
        provePatch(one.control, patch!, workloadOf(objects), before, evaluate),
      ).toBe(true);
    },
  );
});

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
    const evaluator = createEvaluator(CONTROLS, anInventory(objects), {
      now: TEST_NOW,
      settings: DEFAULT_SETTINGS,
    });
    const findings = [
      ...evaluator.evaluateWorkload(workloadOf(objects)),
      ...evaluator.evaluateCluster(CLUSTER),
    ];
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
    const evaluator = createEvaluator(CONTROLS, anInventory(objects), {
      now: TEST_NOW,
      settings: DEFAULT_SETTINGS,
    });
    const patches = evaluator
      .evaluateWorkload(workloadOf(objects))
      .map(finding => {
        const control = CONTROLS.find(({ id }) => id === finding.control);
        return control?.subject === 'workload'
          ? control.patch?.(finding.violations)
          : undefined;
      });
    expect(patches.filter(Boolean).length).toBeGreaterThan(5);
    expect(JSON.stringify(patches)).not.toContain('hunter2');
  });
});
