import { ControlContext } from '../../model/control';
import { Judgement, Violation } from '../../model/finding';
import { KubernetesObject } from '../../model/kubernetesObject';
import { Workload } from '../../model/workload';
import { defineControl, fail, notApplicable, pass } from '../../kit';
import {
  ConfigMapReference,
  configMapReferences,
  findConfigMap,
  ownedConfigMaps,
} from '../../relate/configMapsOfWorkload';
import {
  ConfigMapCredential,
  credentialsOfConfigMap,
} from '../../relate/credentialsOfConfigMap';

/** ConfigMaps of every namespace that hold public certificates. */
const PUBLIC: readonly string[] = [
  'kube-root-ca.crt',
  'istio-ca-root-cert',
  'openshift-service-ca.crt',
];
/** Entries of a value that a message names. */
const SHOWN_ENTRIES = 3;

export const secretsInConfigmap = defineControl({
  id: 'secrets-in-configmap',
  title: 'ConfigMaps hold no credentials',
  failureTitle: 'A ConfigMap of the workload holds a credential',
  why: 'ConfigMaps are made to be read: far more people and programs may see them than may see Secrets.',
  fix: 'Move the credential to a Secret that is mounted as a file, and give the workload a new credential.',
  severity: 'high',
  category: 'podSpec',
  scope: 'workload',
  frameworks: {
    nsa: ['N7'],
    'nist-800-190': ['4.1.4'],
    'owasp-k8s': ['K03'],
  },
  needs: ['configMaps'],
  reads:
    'The ConfigMaps that the workload takes its environment from, mounts or owns: each value, what it stands for in base64, and its lines `name=value` or `name: value`; by the same signs as `secrets-in-env`. ConfigMaps are read from clusters only where the configuration asks for it.',
  notes:
    'No value is stored or shown, only keys and names. Certificates are public, and so are `kube-root-ca.crt`, `istio-ca-root-cert` and `openshift-service-ca.crt`, which are skipped. Comment lines are not read for names. `${NAME}` is a reference, whatever default it carries.',
  examples: {
    pass: [
      `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec: { containers: [{ name: web, envFrom: [{ configMapRef: { name: web } }] }] }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: web, namespace: shop }
data: { DB_HOST: db, DB_PASSWORD_FILE: /run/secrets/db }`,
    ],
    fail: [
      `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec: { containers: [{ name: web, envFrom: [{ configMapRef: { name: web } }] }] }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: web, namespace: shop }
data:
  app.properties: |
    db.host=db
    db.password=hunter2`,
    ],
    notApplicable: ['containers: [{ name: web }]'],
  },
  evaluate(workload, { inventory }: ControlContext<'configMaps'>): Judgement {
    const references = configMapReferences(workload).filter(
      ({ name }) => !PUBLIC.includes(name),
    );
    if (references.length === 0) return notApplicable('nothingToJudge');
    const violations = [
      ...references.flatMap(reference =>
        ofReference(reference, workload, inventory.configMaps),
      ),
      ...ofOwned(references, workload, inventory.configMaps),
    ];
    return violations.length ? fail(violations) : pass();
  },
});

function ofReference(
  { name, path, container }: ConfigMapReference,
  workload: Workload,
  configMaps: readonly KubernetesObject[],
): Violation[] {
  const configMap = findConfigMap(workload.namespace, name, configMaps);
  if (!configMap) return [];
  return credentialsOfConfigMap(configMap).map(credential =>
    violation(configMap, credential, path, container),
  );
}

function ofOwned(
  references: readonly ConfigMapReference[],
  workload: Workload,
  configMaps: readonly KubernetesObject[],
): Violation[] {
  const seen = new Set(references.map(({ name }) => name));
  return ownedConfigMaps(workload, configMaps)
    .filter(({ metadata }) => !seen.has(metadata.name))
    .flatMap(configMap =>
      credentialsOfConfigMap(configMap).map(credential =>
        violation(configMap, credential, 'metadata.name'),
      ),
    );
}

function violation(
  { metadata }: KubernetesObject,
  { place, entries }: ConfigMapCredential,
  path: string,
  container?: string,
): Violation {
  const shown = entries.slice(0, SHOWN_ENTRIES).join(', ');
  return {
    path,
    ...(container === undefined ? {} : { container }),
    field: `ConfigMap ${metadata.name} ${place}`,
    message: `ConfigMap "${metadata.name}" holds a credential in ${place}${
      shown ? ` (${shown})` : ''
    }`,
    actual: 'a literal',
    expected: 'a Secret',
  };
}
