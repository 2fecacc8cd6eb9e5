import { AccessRule } from 'security-posture-demo-cluster';
import {
  allControls,
  clusterRef,
  createEvaluator,
  DEFAULT_KUBERNETES_VERSION,
  DEFAULT_SETTINGS,
  Finding,
  inventoryOfManifests,
  KubernetesObject,
  listed,
  READ_PARTS,
  ReadPartName,
  subjectsBesideWorkloads,
} from 'security-posture-engine';
import { DEFAULT_PARTS, deployedRole } from './__testUtils__/deployedRoles';

const NOW = Date.UTC(2026, 10, 22);
const CONTROLS = allControls().filter(({ category }) => category === 'rbac');
const ACCOUNT = { name: 'scanner', namespace: 'backstage' };
const RBAC = 'rbac.authorization.k8s.io';
const ALL_PARTS = Object.keys(READ_PARTS) as ReadPartName[];

/** A cluster that holds nothing but the scanner's account and what the README tells to apply for it. */
function clusterWith(
  parts: readonly ReadPartName[],
  more: readonly AccessRule[],
): KubernetesObject[] {
  return [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'backstage' } },
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: ACCOUNT },
    ...parts.flatMap(part => {
      const deployed = deployedRole(part);
      const role =
        part === 'cluster'
          ? { ...deployed, rules: [...deployed.rules, ...more] }
          : deployed;
      return [role as unknown as KubernetesObject, bindingOf(role)];
    }),
  ];
}

function bindingOf({
  kind,
  metadata,
}: ReturnType<typeof deployedRole>): KubernetesObject {
  return {
    apiVersion: `${RBAC}/v1`,
    kind: `${kind}Binding`,
    metadata,
    roleRef: { apiGroup: RBAC, kind, name: metadata.name },
    subjects: [{ kind: 'ServiceAccount', ...ACCOUNT }],
  };
}

function judge(
  parts: readonly ReadPartName[],
  more: readonly AccessRule[] = [],
): Finding[] {
  const manifests = inventoryOfManifests(
    clusterWith(parts, more),
    DEFAULT_KUBERNETES_VERSION,
  );
  const inventory = {
    ...manifests,
    supporting: { ...manifests.supporting, nodes: listed([]) },
  };
  const evaluator = createEvaluator(CONTROLS, inventory, {
    now: NOW,
    settings: DEFAULT_SETTINGS,
  });
  const cluster = clusterRef('own');
  return [...subjectsBesideWorkloads(inventory, cluster)].flatMap(judged =>
    [...evaluator.evaluate(judged)].filter(({ control }) =>
      control.startsWith('rbac-'),
    ),
  );
}

function failing(findings: readonly Finding[]): string[] {
  return findings
    .filter(({ outcome }) => outcome === 'fail')
    .map(({ control, subject }) => `${control} ${subject.name}`);
}

describe('the scanner, by its own controls of RBAC', () => {
  it('is judged by all of them', () => {
    const passed = judge(DEFAULT_PARTS).filter(
      ({ outcome }) => outcome === 'pass',
    );
    const controls = new Set(passed.map(({ control }) => control));
    expect(controls.size).toBeGreaterThanOrEqual(10);
  });

  it('passes with what every cluster is given', () => {
    expect(failing(judge(DEFAULT_PARTS))).toEqual([]);
  });

  it.each(ALL_PARTS.filter(part => part !== 'secretMetadata'))(
    'passes with %s beside it',
    part => {
      expect(failing(judge([...new Set([...DEFAULT_PARTS, part])]))).toEqual(
        [],
      );
    },
  );

  it('fails with the metadata of Secrets for listing them, and for nothing else', () => {
    const { metadata, rules } = deployedRole('secretMetadata');
    expect(failing(judge([...DEFAULT_PARTS, 'secretMetadata']))).toEqual(
      rules.length ? [`rbac-secrets-read ${metadata.name}`] : [],
    );
  });

  it.each([
    ['rbac-nodes-proxy', [''], ['nodes/proxy'], ['get']],
    ['rbac-secrets-read', [''], ['secrets'], ['list']],
    ['rbac-wildcard', ['apps'], ['*'], ['list']],
  ])(
    'would fail %s with one right more',
    (control, apiGroups, resources, verbs) => {
      const rule = { apiGroups, resources, verbs };
      expect(failing(judge(DEFAULT_PARTS, [rule]))).toContain(
        `${control} security-posture-reader`,
      );
    },
  );
});
