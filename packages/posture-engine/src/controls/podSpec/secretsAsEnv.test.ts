import { testControl } from '../../testing';
import { secretsAsEnv } from './secretsAsEnv';

const CONTAINER = 'spec.template.spec.containers[0]';

testControl(secretsAsEnv, [
  {
    name: 'each reference is a violation',
    given: `containers:
  - name: web
    env:
      - { name: MODE, value: fast }
      - { name: DB_PASSWORD, valueFrom: { secretKeyRef: { name: db, key: password } } }
    envFrom: [{ configMapRef: { name: web } }, { secretRef: { name: web } }]`,
    outcome: 'fail',
    severity: 'low',
    at: [
      `${CONTAINER}.env[1].valueFrom.secretKeyRef`,
      `${CONTAINER}.envFrom[1].secretRef`,
    ],
    message:
      'environment variable "DB_PASSWORD" of container "web" comes from Secret "db"',
  },
  {
    name: 'a ConfigMap is no Secret',
    given:
      'containers: [{ name: web, env: [{ name: A, valueFrom: { configMapKeyRef: { name: a, key: a } } }] }]',
    outcome: 'pass',
  },
  {
    name: 'null references',
    given:
      'containers: [{ name: web, env: [{ name: A, valueFrom: { secretKeyRef: null } }], envFrom: [{ secretRef: null }] }]',
    outcome: 'pass',
  },
  {
    name: 'a reference without a name is one',
    given: 'containers: [{ name: web, envFrom: [{ secretRef: {} }] }]',
    outcome: 'fail',
  },
  {
    name: 'init containers count',
    given: `initContainers: [{ name: setup, envFrom: [{ secretRef: { name: a } }] }]
containers: [{ name: web }]`,
    outcome: 'fail',
    at: ['spec.template.spec.initContainers[0].envFrom[0].secretRef'],
    message: 'the environment of container "setup" comes from Secret "a"',
  },
  {
    name: 'a reference of the wrong type is no pass',
    given: 'containers: [{ name: web, envFrom: [{ secretRef: db }] }]',
    outcome: 'notEvaluated',
    reason: 'parseError',
    at: [`${CONTAINER}.envFrom[0].secretRef`],
  },
]);
