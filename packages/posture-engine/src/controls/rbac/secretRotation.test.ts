import { testControl } from '../../testing';
import { secretRotation } from './secretRotation';

const ENV = 'envFrom: [{ secretRef: { name: database } }]';

const web = (container: string, ...rest: readonly string[]) => {
  const [secretManifest, podFields = '', other] = rest;
  return [
    `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { template: { spec: { ${podFields} containers: [{ name: web, ${container} }] } } }`,
    ...(secretManifest ? [secretManifest] : []),
    ...(other ? [other] : []),
  ].join('\n---\n');
};

const secret = (made: string, rest = '') => `apiVersion: v1
kind: Secret
metadata: { name: database, namespace: shop, creationTimestamp: "${made}"${rest} }`;

const external = (spec: string) => `apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: any, namespace: shop }
spec: { ${spec} }`;

testControl(secretRotation, [
  {
    name: 'made within the limit',
    given: web(ENV, secret('2026-05-27T00:00:00Z')),
    fromCluster: true,
    outcome: 'pass',
  },
  {
    name: 'made before the limit',
    given: web(ENV, secret('2026-05-20T00:00:00Z')),
    fromCluster: true,
    outcome: 'fail',
    severity: 'info',
    at: ['spec.template.spec.containers[0].envFrom[0]'],
    message: 'Secret "database" was last written on 2026-05-20',
  },
  {
    name: 'an age that a site chose',
    given: web(ENV, secret('2026-05-20T00:00:00Z')),
    fromCluster: true,
    outcome: 'pass',
    settings: { secretMaxAgeDays: 365 },
  },
  {
    name: 'old, and written since',
    given: web(
      ENV,
      secret(
        '2020-01-01T00:00:00Z',
        ', managedFields: [{ time: "2026-11-01T00:00:00Z" }, { time: "2021-01-01T00:00:00Z" }]',
      ),
    ),
    fromCluster: true,
    outcome: 'pass',
  },
  {
    name: 'old, and written long ago',
    given: web(
      ENV,
      secret(
        '2020-01-01T00:00:00Z',
        ', managedFields: [{ time: "2021-01-01T00:00:00Z" }]',
      ),
    ),
    fromCluster: true,
    outcome: 'fail',
    message: 'Secret "database" was last written on 2021-01-01',
  },
  {
    name: 'by a key of the environment',
    given: web(
      'env: [{ name: DB, valueFrom: { secretKeyRef: { name: database, key: url } } }]',
      secret('2020-01-01T00:00:00Z'),
    ),
    fromCluster: true,
    outcome: 'fail',
    at: ['spec.template.spec.containers[0].env[0]'],
  },
  {
    name: 'by a volume',
    given: web(
      '',
      secret('2020-01-01T00:00:00Z'),
      'volumes: [{ name: keys, secret: { secretName: database } }],',
    ),
    fromCluster: true,
    outcome: 'fail',
    at: ['spec.template.spec.volumes[0]'],
  },
  {
    name: 'by a projected volume',
    given: web(
      '',
      secret('2020-01-01T00:00:00Z'),
      'volumes: [{ name: keys, projected: { sources: [{ secret: { name: database } }] } }],',
    ),
    fromCluster: true,
    outcome: 'fail',
  },
  {
    name: 'used twice, named once',
    given: web(
      ENV,
      secret('2020-01-01T00:00:00Z'),
      'volumes: [{ name: keys, secret: { secretName: database } }],',
    ),
    fromCluster: true,
    outcome: 'fail',
    at: ['spec.template.spec.volumes[0]'],
  },
  {
    name: 'a Secret of that name in another namespace',
    given: web(
      ENV,
      secret('2020-01-01T00:00:00Z').replace(
        'namespace: shop',
        'namespace: other',
      ),
    ),
    fromCluster: true,
    outcome: 'pass',
  },
  {
    name: 'a Secret that does not exist',
    given: web(ENV),
    fromCluster: true,
    outcome: 'pass',
  },
  {
    name: 'one that an ExternalSecret reads again',
    given: web(
      ENV,
      secret('2020-01-01T00:00:00Z'),
      '',
      external('refreshInterval: 1h, target: { name: database }'),
    ),
    fromCluster: true,
    outcome: 'pass',
  },
  {
    name: 'one that an ExternalSecret names by its own name',
    given: web(
      ENV,
      secret('2020-01-01T00:00:00Z'),
      '',
      external('refreshInterval: 1h').replace('name: any', 'name: database'),
    ),
    fromCluster: true,
    outcome: 'pass',
  },
  {
    name: 'one that an ExternalSecret read once',
    given: web(
      ENV,
      secret('2020-01-01T00:00:00Z'),
      '',
      external('refreshInterval: "0", target: { name: database }'),
    ),
    fromCluster: true,
    outcome: 'fail',
  },
  {
    name: 'one that an ExternalSecret read once, by policy',
    given: web(
      ENV,
      secret('2020-01-01T00:00:00Z'),
      '',
      external(
        'refreshPolicy: CreatedOnce, refreshInterval: 1h, target: { name: database }',
      ),
    ),
    fromCluster: true,
    outcome: 'fail',
  },
  {
    name: 'one of a Certificate',
    given: web(
      ENV,
      secret('2020-01-01T00:00:00Z'),
      '',
      'apiVersion: cert-manager.io/v1\nkind: Certificate\nmetadata: { name: any, namespace: shop }\nspec: { secretName: database }',
    ),
    fromCluster: true,
    outcome: 'pass',
  },
  {
    name: 'one that does not say when it was made',
    given: web(ENV, secret('soon')),
    fromCluster: true,
    outcome: 'notEvaluated',
    reason: 'partial',
  },
  {
    name: 'no Secret in use',
    given: web(''),
    fromCluster: true,
    outcome: 'notApplicable',
    reason: 'nothingToJudge',
  },
  {
    name: 'a name of the wrong type',
    given: web('envFrom: [{ secretRef: { name: 7 } }]'),
    fromCluster: true,
    outcome: 'notEvaluated',
    reason: 'parseError',
  },
  {
    name: 'Secrets that nobody asked to read',
    given: web(ENV),
    fromCluster: true,
    outcome: 'notEvaluated',
    reason: 'forbidden',
    unread: { secrets: 'forbidden' },
  },
  {
    name: 'ExternalSecrets that may not be read',
    given: web(ENV, secret('2020-01-01T00:00:00Z')),
    fromCluster: true,
    outcome: 'notEvaluated',
    reason: 'forbidden',
    unread: { externalSecrets: 'forbidden' },
  },
]);
