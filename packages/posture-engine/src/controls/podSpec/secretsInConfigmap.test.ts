import { judgeCase, testControl } from '../../testing';
import { secretsInConfigmap } from './secretsInConfigmap';

const pod = (spec: string) => `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec: ${spec}`;
const ENV_FROM = pod(
  '{ containers: [{ name: web, envFrom: [{ configMapRef: { name: web } }] }] }',
);
const configMap = (rest: string, metadata = 'name: web, namespace: shop') =>
  `apiVersion: v1
kind: ConfigMap
metadata: { ${metadata} }
${rest}`;
const PASSWORD = 'data: { DB_PASSWORD: hunter2 }';
const both = (...documents: string[]) => documents.join('\n---\n');
const encode = (text: string) => Buffer.from(text).toString('base64');

testControl(secretsInConfigmap, [
  {
    name: 'a ConfigMap of the environment, at the place that refers to it',
    given: both(ENV_FROM, configMap(PASSWORD)),
    outcome: 'fail',
    severity: 'high',
    at: ['spec.containers[0].envFrom[0].configMapRef'],
    message: 'ConfigMap "web" holds a credential in data["DB_PASSWORD"]',
  },
  {
    name: 'a ConfigMap of one variable',
    given: both(
      pod(
        '{ containers: [{ name: web, env: [{ name: A, valueFrom: { configMapKeyRef: { name: web, key: a } } }] }] }',
      ),
      configMap(PASSWORD),
    ),
    outcome: 'fail',
    at: ['spec.containers[0].env[0].valueFrom.configMapKeyRef'],
  },
  {
    name: 'a ConfigMap of a volume, alone or projected',
    given: both(
      pod(
        '{ containers: [{ name: web }], volumes: [{ name: a, configMap: { name: web } }, { name: b, projected: { sources: [{ configMap: { name: b } }] } }] }',
      ),
      configMap(PASSWORD),
      configMap(PASSWORD, 'name: b, namespace: shop'),
    ),
    outcome: 'fail',
    at: ['spec.volumes[0]', 'spec.volumes[1]'],
  },
  {
    name: 'a ConfigMap that init containers use',
    given: both(
      pod(
        '{ initContainers: [{ name: setup, envFrom: [{ configMapRef: { name: web } }] }], containers: [{ name: web }] }',
      ),
      configMap(PASSWORD),
    ),
    outcome: 'fail',
    at: ['spec.initContainers[0].envFrom[0].configMapRef'],
  },
  {
    name: 'one that is used twice is reported once',
    given: both(
      pod(
        '{ containers: [{ name: web, envFrom: [{ configMapRef: { name: web } }] }], volumes: [{ name: a, configMap: { name: web } }] }',
      ),
      configMap(PASSWORD),
    ),
    outcome: 'fail',
    at: ['spec.containers[0].envFrom[0].configMapRef'],
  },
  {
    name: 'lines of a value, with their names',
    given: both(
      ENV_FROM,
      configMap(
        'data: { "app.yaml": "db:\\n  host: db\\n  password: hunter2\\n" }',
      ),
    ),
    outcome: 'fail',
    message:
      'ConfigMap "web" holds a credential in data["app.yaml"] (password)',
  },
  {
    name: 'base64 once, and binary data',
    given: both(
      ENV_FROM,
      configMap(
        `data: { blob: ${encode('key=AKIAIOSFODNN7EXAMPLE')} }
binaryData: { file: ${encode('db.host=db\npassword=hunter2\n')} }`,
      ),
    ),
    outcome: 'fail',
    message: 'ConfigMap "web" holds a credential in data["blob"] (key)',
    at: [
      'spec.containers[0].envFrom[0].configMapRef',
      'spec.containers[0].envFrom[0].configMapRef',
    ],
  },
  {
    name: 'one that the workload owns',
    given: both(
      ENV_FROM,
      configMap(
        PASSWORD,
        'name: own, namespace: shop, ownerReferences: [{ apiVersion: v1, kind: Pod, name: web, uid: 1b }]',
      ),
    ),
    outcome: 'fail',
    at: ['metadata.name'],
    message: 'ConfigMap "own" holds a credential in data["DB_PASSWORD"]',
  },
  {
    name: 'one of the same name in another namespace',
    given: both(ENV_FROM, configMap(PASSWORD, 'name: web, namespace: bank')),
    outcome: 'pass',
  },
  {
    name: 'certificates are public (kubescape#16)',
    given: both(
      ENV_FROM,
      configMap(
        'data: { ca.crt: "-----BEGIN CERTIFICATE-----\\nMIID\\n-----END CERTIFICATE-----" }',
      ),
    ),
    outcome: 'pass',
  },
  {
    name: 'bare words are noise',
    given: both(
      ENV_FROM,
      configMap(
        'data: { mode: JWT, scheme: Bearer, some_key_here: value-of-it }',
      ),
    ),
    outcome: 'pass',
  },
  {
    name: 'the public ConfigMaps of every namespace are not judged, nor read',
    given: pod(
      '{ containers: [{ name: web }], volumes: [{ name: ca, projected: { sources: [{ configMap: { name: kube-root-ca.crt } }] } }, { name: mesh, configMap: { name: istio-ca-root-cert } }] }',
    ),
    unread: { configMaps: 'probeOff' },
    outcome: 'notApplicable',
    reason: 'nothingToJudge',
  },
  {
    name: 'without a reference the list is not read',
    given: 'containers: [{ name: web }]',
    unread: { configMaps: 'probeOff' },
    outcome: 'notApplicable',
    reason: 'nothingToJudge',
  },
  {
    name: 'a list that is not read',
    given: ENV_FROM,
    unread: { configMaps: 'probeOff' },
    outcome: 'notEvaluated',
    reason: 'probeOff',
  },
  {
    name: 'data of the wrong type is no pass',
    given: both(ENV_FROM, configMap('data: { DB_PASSWORD: 1234 }')),
    outcome: 'notEvaluated',
    reason: 'parseError',
    at: ['ConfigMap web.data.DB_PASSWORD'],
  },
  {
    name: 'a ConfigMap of the wrong shape hides no credential of another',
    given: both(
      pod(
        '{ containers: [{ name: web, envFrom: [{ configMapRef: { name: web } }, { configMapRef: { name: b } }] }] }',
      ),
      configMap('data: [a]'),
      configMap(PASSWORD, 'name: b, namespace: shop'),
    ),
    outcome: 'fail',
    at: ['spec.containers[0].envFrom[1].configMapRef'],
  },
]);

it('shows no value', () => {
  const finding = judgeCase(secretsInConfigmap, {
    name: '',
    given: both(
      ENV_FROM,
      configMap(
        `data:
  token: canary-one
  app.env: "PASSWORD=canary-two"
  blob: ${encode('password=canary-three')}`,
      ),
    ),
    outcome: 'fail',
  });
  expect(finding.violations).toHaveLength(3);
  expect(JSON.stringify(finding)).not.toContain('canary');
});
