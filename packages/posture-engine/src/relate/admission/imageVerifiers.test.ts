import { testAdmission } from '../../testing/admissionCases';

const KEY = 'authorities: [{ key: { data: key } }]';
const policy = (spec: string) => `apiVersion: policy.sigstore.dev/v1beta1
kind: ClusterImagePolicy
metadata: { name: signed }
spec: ${spec}`;
const webhook = (
  selector: string,
) => `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: { name: policy.sigstore.dev }
webhooks:
  - name: policy.sigstore.dev
    clientConfig: { service: { name: webhook, namespace: cosign-system } }
    rules: [{ apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods] }]
    namespaceSelector: ${selector}`;
const optedIn = `apiVersion: v1
kind: Namespace
metadata: { name: opted, labels: { policy.sigstore.dev/include: "true" } }`;
const ALL_IMAGES = `{ images: [{ glob: "**" }], ${KEY} }`;

testAdmission(
  'which signatures a ClusterImagePolicy of Sigstore asks for',
  [
    {
      name: 'those in a namespace that opted in',
      given: `${policy(ALL_IMAGES)}\n---\n${optedIn}`,
      namespace: 'opted',
      expected: 'covers' as const,
    },
    {
      name: 'none in a namespace that did not',
      given: policy(ALL_IMAGES),
      expected: 'no' as const,
    },
    {
      name: 'perhaps those in a namespace whose labels are not known',
      given: policy(ALL_IMAGES),
      namespace: 'other',
      expected: 'unsure' as const,
    },
    {
      name: 'those where its webhook is asked',
      given: `${policy(ALL_IMAGES)}\n---\n${webhook(
        '{ matchExpressions: [{ key: policy.sigstore.dev/exclude, operator: DoesNotExist }] }',
      )}`,
      expected: 'covers' as const,
    },
    {
      name: 'none where its webhook is not asked',
      given: `${policy(ALL_IMAGES)}\n---\n${webhook(
        '{ matchLabels: { team: billing } }',
      )}`,
      expected: 'no' as const,
    },
    {
      name: 'none where it warns',
      given: `${policy(
        `{ mode: warn, images: [{ glob: "**" }], ${KEY} }`,
      )}\n---\n${optedIn}`,
      namespace: 'opted',
      expected: 'no' as const,
    },
    {
      name: 'none where an authority lets everything pass',
      given: `${policy(
        '{ images: [{ glob: "**" }], authorities: [{ static: { action: pass } }] }',
      )}\n---\n${optedIn}`,
      namespace: 'opted',
      expected: 'no' as const,
    },
    {
      name: 'none of other kinds',
      given: `${policy(
        `{ images: [{ glob: "**" }], match: [{ group: batch, version: v1, resource: cronjobs }], ${KEY} }`,
      )}\n---\n${optedIn}`,
      namespace: 'opted',
      expected: 'no' as const,
    },
  ].map(row => ({ ...row, check: 'signatures' as const })),
);

const connaisseur = (
  selector: string,
) => `apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: { name: connaisseur-webhook }
webhooks:
  - name: connaisseur-svc.connaisseur.svc
    clientConfig: { service: { name: connaisseur-svc, namespace: connaisseur } }
    rules: [{ apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods] }]
    namespaceSelector: ${selector}`;

testAdmission('which signatures Connaisseur asks for', [
  {
    name: 'perhaps some, for what it refuses is not read',
    given: connaisseur('{}'),
    check: 'signatures',
    expected: 'unsure',
  },
  {
    name: 'none where it is not asked',
    given: connaisseur(
      '{ matchExpressions: [{ key: team, operator: NotIn, values: [sales] }] }',
    ),
    check: 'signatures',
    expected: 'no',
  },
]);
