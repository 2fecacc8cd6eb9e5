import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { createEvaluator } from '../../evaluate/evaluateInventory';
import { allControls } from '../../library/controlLibrary';
import { Finding } from '../../model/finding';
import { KubernetesObject } from '../../model/kubernetesObject';
import { DEFAULT_SETTINGS } from '../../model/settings';
import { subjectsBesideWorkloads } from '../../normalize/subjectsOf';
import { toKubernetesObject } from '../../normalize/toKubernetesObject';
import { anInventory, CLUSTER, parseExample, TEST_NOW } from '../../testing';

const DEPLOY = join(__dirname, '../../../../../deploy');
/** Metadata of Secrets is listed with the right to list Secrets: whoever turns it on accepts that. */
const SECRET_METADATA = 'cluster-role-secret-metadata.yaml';

const SCANNER = parseExample(`apiVersion: v1
kind: ServiceAccount
metadata: { name: security-posture, namespace: security-posture }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: scanner, namespace: security-posture }
spec: { template: { spec: { serviceAccountName: security-posture, containers: [{ name: scanner }] } } }`);

/** Every role of a file, bound to the scanner's account. */
function boundRoles(file: string): readonly KubernetesObject[] {
  return parseAllDocuments(readFileSync(join(DEPLOY, file), 'utf8'))
    .flatMap(document => toKubernetesObject(document.toJS()) ?? [])
    .filter(({ kind }) => kind === 'ClusterRole' || kind === 'Role')
    .flatMap(role => [role, bindingOf(role)]);
}

function bindingOf({ kind, metadata }: KubernetesObject): KubernetesObject {
  return {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: `${kind}Binding`,
    metadata,
    roleRef: { kind, name: metadata.name },
    subjects: [
      {
        kind: 'ServiceAccount',
        name: 'security-posture',
        namespace: 'security-posture',
      },
    ],
  };
}

function failing(files: readonly string[]): readonly Finding[] {
  const inventory = anInventory([...SCANNER, ...files.flatMap(boundRoles)]);
  const evaluator = createEvaluator(
    allControls().filter(({ category }) => category === 'rbac'),
    inventory,
    { now: TEST_NOW, settings: DEFAULT_SETTINGS },
  );
  return [...subjectsBesideWorkloads(inventory, CLUSTER)]
    .flatMap(judged => evaluator.evaluate(judged))
    .filter(({ outcome }) => outcome === 'fail');
}

describe('the rights that the scanner asks for', () => {
  const files = readdirSync(DEPLOY).filter(file => file.endsWith('.yaml'));

  it('are in a ClusterRole and its optional parts', () => {
    expect(files).toContain('cluster-role.yaml');
    expect(files.length).toBeGreaterThan(2);
  });

  it('pass every control over rights', () => {
    const plain = files.filter(file => file !== SECRET_METADATA);
    expect(failing(plain)).toEqual([]);
  });

  it('fail by the metadata of Secrets, where that is asked for, and by nothing else', () => {
    expect(failing([SECRET_METADATA]).map(({ control }) => control)).toEqual([
      'workload-sa-privileges',
      'rbac-secrets-read',
    ]);
  });
});
