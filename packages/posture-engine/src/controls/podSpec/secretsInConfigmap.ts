import { ControlContext } from '../../model/control';
import { Judgement, Violation } from '../../model/finding';
import { KubernetesObject } from '../../model/kubernetesObject';
import { Workload } from '../../model/workload';
import { defineControl, fail, notApplicable, pass } from '../../kit';
import { MalformedInput } from '../../read/malformedInput';
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
  references: [
    'https://kubernetes.io/docs/concepts/configuration/configmap/',
    'https://kubernetes.io/docs/concepts/security/secrets-good-practices/',
  ],
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
    notEvaluated: [
      {
        given:
          'containers: [{ name: web, envFrom: [{ configMapRef: { name: web } }] }]',
        surroundings: { unread: { configMaps: 'forbidden' } },
      },
    ],
  },
  evaluate(workload, { inventory }: ControlContext<'configMaps'>): Judgement {
    const references = configMapReferences(workload).filter(
      ({ name }) => !PUBLIC.includes(name),
    );
    if (references.length === 0) return notApplicable('nothingToJudge');
    return judgeAll([
      ...referred(references, workload, inventory.configMaps),
      ...owned(references, workload, inventory.configMaps),
    ]);
  },
});

/** A ConfigMap of the workload, and where the workload shows that it is. */
interface Place {
  readonly configMap: KubernetesObject;
  readonly path: string;
  readonly container?: string;
}

function referred(
  references: readonly ConfigMapReference[],
  workload: Workload,
  configMaps: readonly KubernetesObject[],
): Place[] {
  return references.flatMap(({ name, path, container }) => {
    const configMap = findConfigMap(workload.namespace, name, configMaps);
    return configMap ? [{ configMap, path, container }] : [];
  });
}

function owned(
  references: readonly ConfigMapReference[],
  workload: Workload,
  configMaps: readonly KubernetesObject[],
): Place[] {
  const seen = new Set(references.map(({ name }) => name));
  return ownedConfigMaps(workload, configMaps)
    .filter(({ metadata }) => !seen.has(metadata.name))
    .map(configMap => ({ configMap, path: 'metadata.name' }));
}

/** A ConfigMap of the wrong shape hides no credential of another, and is never a pass. */
function judgeAll(places: readonly Place[]): Judgement {
  const violations: Violation[] = [];
  let malformed: MalformedInput | undefined;
  for (const place of places) {
    try {
      for (const credential of credentialsOfConfigMap(place.configMap))
        violations.push(violation(place, credential));
    } catch (error) {
      if (!(error instanceof MalformedInput)) throw error;
      malformed = error;
    }
  }
  if (violations.length) return fail(violations);
  if (malformed) throw malformed;
  return pass();
}

function violation(
  { configMap: { metadata }, path, container }: Place,
  { place, entries }: ConfigMapCredential,
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
