import { apiServerPod } from '../../kit/flags/flagExamples';
import { judgeCase, testControl } from '../../testing';
import { imageSigned } from './imageSigned';

const namespace = (name: string, labels = '{}') => `
---
apiVersion: v1
kind: Namespace
metadata: { name: ${name}, labels: ${labels} }`;
const workload = (space: string) => `
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: ${space} }
spec: { template: { spec: { containers: [{ name: web, image: "registry.example.com/web" }] } } }`;
const SHOP = namespace('shop') + workload('shop');

const kyverno = ({
  action = 'Enforce',
  images = '"*"',
  match = 'kinds: [Pod]',
} = {}) => `
---
apiVersion: kyverno.io/v1
kind: ClusterPolicy
metadata: { name: signed }
spec:
  rules:
    - name: signed
      match: { any: [{ resources: { ${match} } }] }
      verifyImages: [{ imageReferences: [${images}], failureAction: ${action}, attestors: [{ entries: [{ keys: { publicKeys: key } }] }] }]`;

const SIGSTORE = `
---
apiVersion: policy.sigstore.dev/v1beta1
kind: ClusterImagePolicy
metadata: { name: signed }
spec: { images: [{ glob: "**" }], authorities: [{ keyless: { url: "https://fulcio.sigstore.dev" } }] }`;

const CONNAISSEUR = `
---
apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: { name: connaisseur-webhook }
webhooks:
  - name: connaisseur-svc.connaisseur.svc
    clientConfig: { service: { name: connaisseur-svc, namespace: connaisseur } }
    rules: [{ apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods] }]`;

const given = (...documents: readonly string[]) =>
  documents.join('').replace('\n---\n', '');

testControl(imageSigned, [
  {
    name: 'no verifier',
    given: given(SHOP),
    outcome: 'fail',
    severity: 'medium',
    at: [''],
    message: 'nothing asks for signatures of images when pods are admitted',
  },
  {
    name: 'Kyverno, for all images',
    given: given(SHOP, kyverno()),
    outcome: 'pass',
    note: /^enforced by ClusterPolicy signed$/,
  },
  {
    name: 'Kyverno, for some images',
    given: given(SHOP, kyverno({ images: '"registry.example.com/*"' })),
    outcome: 'pass',
    note: /only images that they name/,
  },
  {
    name: 'Kyverno that audits',
    given: given(SHOP, kyverno({ action: 'Audit' })),
    outcome: 'fail',
    at: ['Namespace shop'],
    message: 'nothing asks for signatures of the images in namespace "shop"',
  },
  {
    name: 'Kyverno in another namespace',
    given: given(
      SHOP,
      namespace('billing'),
      workload('billing'),
      kyverno({ match: 'kinds: [Pod], namespaces: [billing]' }),
    ),
    outcome: 'fail',
    at: ['Namespace shop'],
  },
  {
    name: 'a namespace without workloads does not matter',
    given: given(
      SHOP,
      namespace('empty'),
      kyverno({ match: 'kinds: [Pod], namespaces: [shop]' }),
    ),
    outcome: 'pass',
  },
  {
    name: 'nor does one of the cluster',
    given: given(
      SHOP,
      workload('kube-system'),
      kyverno({ match: 'kinds: [Pod], namespaces: [shop]' }),
    ),
    outcome: 'pass',
  },
  {
    name: 'a policy of Kyverno about something else',
    given: given(
      SHOP,
      `
---
apiVersion: kyverno.io/v1
kind: ClusterPolicy
metadata: { name: registries }
spec: { rules: [{ name: a, match: { any: [{ resources: { kinds: [Pod] } }] }, validate: { failureAction: Enforce, podSecurity: { level: baseline } } }] }`,
    ),
    outcome: 'fail',
    at: [''],
  },
  {
    name: 'Sigstore in a namespace that opted in',
    given: given(
      namespace('shop', '{ policy.sigstore.dev/include: "true" }'),
      workload('shop'),
      SIGSTORE,
    ),
    outcome: 'pass',
  },
  {
    name: 'Sigstore in a namespace that did not opt in',
    given: given(SHOP, SIGSTORE),
    outcome: 'fail',
    at: ['Namespace shop'],
  },
  {
    name: 'Connaisseur, whose settings are not read',
    given: given(SHOP, CONNAISSEUR),
    outcome: 'notEvaluated',
    reason: 'partial',
    note: /connaisseur-webhook/,
  },
  {
    name: 'Ratify, as a constraint of Gatekeeper',
    given: given(
      SHOP,
      '\n---\n{ apiVersion: constraints.gatekeeper.sh/v1beta1, kind: RatifyVerification, metadata: { name: ratify }, spec: { enforcementAction: deny } }',
    ),
    outcome: 'pass',
  },
  {
    name: 'ImagePolicyWebhook in the flags of the API server',
    given: given(
      SHOP,
      `\n---\n${apiServerPod(
        '--enable-admission-plugins=NodeRestriction,ImagePolicyWebhook',
      )}`,
    ),
    fromCluster: true,
    outcome: 'pass',
    note: 'ImagePolicyWebhook, from the static pods of 1 node',
  },
  {
    name: 'an API server without ImagePolicyWebhook',
    given: given(
      SHOP,
      `\n---\n${apiServerPod('--enable-admission-plugins=NodeRestriction')}`,
    ),
    fromCluster: true,
    outcome: 'fail',
  },
  {
    name: 'a namespace that is not in the input',
    given: given(
      workload('shop'),
      kyverno({
        match:
          'kinds: [Pod], namespaceSelector: { matchLabels: { signed: "yes" } }',
      }),
    ),
    outcome: 'notEvaluated',
    reason: 'partial',
  },
  {
    name: 'policies that may not be read',
    given: given(SHOP),
    unread: { sigstoreClusterImagePolicies: 'forbidden' },
    outcome: 'notEvaluated',
    reason: 'forbidden',
  },
  {
    name: 'policies that may not be read, where others cover all',
    given: given(SHOP, kyverno()),
    unread: { sigstoreClusterImagePolicies: 'forbidden' },
    outcome: 'pass',
  },
  {
    name: 'a cluster without workloads of users',
    given: given(namespace('shop'), kyverno()),
    outcome: 'pass',
  },
]);

it('names twenty of many namespaces', () => {
  const many = Array.from(
    { length: 25 },
    (_, index) => namespace(`n${index}`) + workload(`n${index}`),
  );
  const { violations } = judgeCase(imageSigned, {
    name: 'many',
    given: given(...many, kyverno({ action: 'Audit' })),
    outcome: 'fail',
  });
  expect(violations).toHaveLength(21);
  expect(violations[20].message).toBe('and 5 more');
});
