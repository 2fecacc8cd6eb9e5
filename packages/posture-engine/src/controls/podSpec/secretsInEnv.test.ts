import { judgeCase, testControl } from '../../testing';
import { secretsInEnv } from './secretsInEnv';

const env = (entry: string) => `containers: [{ name: web, env: [${entry}] }]`;
const CONTAINER = 'spec.template.spec.containers[0]';

testControl(secretsInEnv, [
  {
    name: 'names the variable and its path',
    given: env(
      '{ name: MODE, value: fast }, { name: DB_PASSWORD, value: hunter2 }',
    ),
    outcome: 'fail',
    severity: 'high',
    at: [`${CONTAINER}.env[1].value`],
    message:
      'environment variable "DB_PASSWORD" of container "web" holds a credential',
  },
  {
    name: 'a secretKeyRef is the remedy',
    given: env(
      '{ name: DB_PASSWORD, valueFrom: { secretKeyRef: { name: db, key: password } } }',
    ),
    outcome: 'pass',
  },
  {
    name: 'an envFrom is the remedy too (regolibrary#802)',
    given:
      'containers: [{ name: web, envFrom: [{ secretRef: { name: db-password } }] }]',
    outcome: 'pass',
  },
  {
    name: 'names of files and paths (regolibrary#563, #697)',
    given: env(
      '{ name: DB_PASSWORD_FILE, value: somewhere-else }, { name: TOKEN_PATH, value: somewhere-else }',
    ),
    outcome: 'pass',
  },
  {
    name: 'a value of known shape under any name',
    given: env('{ name: HINT, value: AKIAIOSFODNN7EXAMPLE }'),
    outcome: 'fail',
  },
  {
    name: 'a reference to another variable',
    given: env(
      '{ name: DSN, value: "postgres://app:$(DB_PASSWORD)@db/shop" }, { name: DB_PASSWORD, value: "$(OTHER)" }',
    ),
    outcome: 'pass',
  },
  {
    name: 'null and empty values',
    given: env(
      '{ name: DB_PASSWORD, value: null }, { name: DB_PASSWORD, value: "" }',
    ),
    outcome: 'pass',
  },
  {
    name: 'command and arguments are one line, with paths of their own',
    given:
      'containers: [{ name: web, command: [serve, --db-password], args: [hunter2, --api-token=abcdefgh] }]',
    outcome: 'fail',
    at: [`${CONTAINER}.args[0]`, `${CONTAINER}.args[1]`],
    message: 'flag "--db-password" of container "web" holds a credential',
  },
  {
    name: 'an argument without a flag',
    given:
      'containers: [{ name: web, command: ["curl", "https://me:hunter2@example.com"] }]',
    outcome: 'fail',
    at: [`${CONTAINER}.command[1]`],
    message: 'an argument of container "web" holds a credential',
  },
  {
    name: 'init containers and sidecars count',
    given: `initContainers:
  - { name: setup, env: [{ name: PASSWORD, value: a }] }
  - { name: mesh, restartPolicy: Always, env: [{ name: PASSWORD, value: a }] }
containers: [{ name: web }]`,
    outcome: 'fail',
    at: [
      'spec.template.spec.initContainers[0].env[0].value',
      'spec.template.spec.initContainers[1].env[0].value',
    ],
  },
  {
    name: 'an ephemeral container is reported and never scored',
    given: `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec:
  containers: [{ name: web }]
  ephemeralContainers: [{ name: debug, env: [{ name: PASSWORD, value: a }] }]`,
    outcome: 'fail',
    severity: 'info',
  },
  {
    name: 'a value of the wrong type is no pass',
    given: env('{ name: DB_PASSWORD, value: 1234 }'),
    outcome: 'notEvaluated',
    reason: 'parseError',
    at: [`${CONTAINER}.env[0].value`],
  },
]);

it('shows neither a value nor an argument', () => {
  const finding = judgeCase(secretsInEnv, {
    name: '',
    given: `containers:
  - name: web
    env: [{ name: DB_PASSWORD, value: canary-one }]
    args: [--token, canary-two, "--dsn=postgres://app:canary-three@db", "x://y:canary-four@z"]`,
    outcome: 'fail',
  });
  expect(finding.violations).toHaveLength(4);
  expect(JSON.stringify(finding)).not.toContain('canary');
});
