import { anInventory, CLUSTER, parseExample } from '../testing';
import { SubjectRef } from '../model/subject';
import { needsOf, subjectsBesideWorkloads } from './subjectsOf';

const DIGEST = `sha256:${'a'.repeat(64)}`;
const OTHER = `sha256:${'b'.repeat(64)}`;

const nameOf = ({ type, namespace, name }: SubjectRef) =>
  [type, ...(namespace ? [namespace] : []), name].join(' ');

function subjectsOf(
  yaml: string,
  options: Parameters<typeof anInventory>[1] = {},
) {
  const inventory = anInventory(parseExample(yaml), options);
  return [...subjectsBesideWorkloads(inventory, CLUSTER)];
}

const namesIn = (...given: Parameters<typeof subjectsOf>) =>
  subjectsOf(...given).map(({ subject }) => nameOf(subject));

const WEB = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  template:
    spec:
      serviceAccountName: robot
      containers: [{ name: web, image: "example.com/web:1.0" }]`;

const livePod = (name: string, digest: string) => ({
  namespace: 'shop',
  name,
  owner: { kind: 'Deployment', name: 'web' },
  injected: [],
  imageDigests: { web: digest },
});

describe('subjectsBesideWorkloads', () => {
  it.each<[string, string, Parameters<typeof anInventory>[1], string[]]>([
    [
      'what a workload only names',
      WEB,
      {},
      [
        'namespace shop',
        'serviceAccount shop robot',
        'image example.com/web:1.0',
        'cluster input',
      ],
    ],
    [
      'the default account of a pod that names none',
      WEB.replace('serviceAccountName: robot', ''),
      {},
      [
        'namespace shop',
        'serviceAccount shop default',
        'image example.com/web:1.0',
        'cluster input',
      ],
    ],
    [
      'an account in the input once',
      `${WEB}
---
{ apiVersion: v1, kind: ServiceAccount, metadata: { name: robot, namespace: shop } }
---
{ apiVersion: v1, kind: Namespace, metadata: { name: shop } }`,
      {},
      [
        'namespace shop',
        'serviceAccount shop robot',
        'image example.com/web:1.0',
        'cluster input',
      ],
    ],
    [
      'bindings of both kinds',
      `{ apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRoleBinding, metadata: { name: all } }
---
{ apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: { name: some, namespace: shop } }`,
      {},
      ['roleBinding shop some', 'roleBinding all', 'cluster input'],
    ],
    [
      'nodes that were read',
      '{ apiVersion: v1, kind: Node, metadata: { name: one } }',
      { fromCluster: true },
      ['node one', 'cluster input'],
    ],
    [
      'nodes of manifests, which are not evidence',
      '{ apiVersion: v1, kind: Node, metadata: { name: one } }',
      {},
      ['cluster input'],
    ],
    [
      'a pinned image by its digest',
      WEB.replace('web:1.0', `web:1.0@${DIGEST}`),
      {},
      [
        'namespace shop',
        'serviceAccount shop robot',
        `image ${DIGEST}`,
        'cluster input',
      ],
    ],
    [
      'running images by every digest that runs',
      WEB,
      { livePods: [livePod('a', DIGEST), livePod('b', OTHER)] },
      [
        'namespace shop',
        'serviceAccount shop robot',
        `image ${DIGEST}`,
        `image ${OTHER}`,
        'cluster input',
      ],
    ],
    [
      'nothing of lists that were not read',
      WEB,
      {
        unread: {
          namespaces: 'forbidden',
          serviceAccounts: 'forbidden',
          workloads: 'forbidden',
        },
      },
      ['cluster input'],
    ],
    [
      'a workload whose image and account have the wrong type',
      WEB.replace('robot', '[robot]').replace('"example.com/web:1.0"', '7'),
      {},
      ['namespace shop', 'cluster input'],
    ],
  ])('lists %s', (_, yaml, options, names) => {
    expect(namesIn(yaml, options)).toEqual(names);
  });

  it('tells what is only named from what was read', () => {
    const [namespace, account] = subjectsOf(WEB);
    expect([namespace, account]).toMatchObject([
      { implied: true },
      { implied: true },
    ]);
    const [read] = subjectsOf(
      '{ apiVersion: v1, kind: Namespace, metadata: { name: shop } }',
    );
    expect(read).not.toHaveProperty('implied');
  });

  it('names every use of an image', () => {
    const images = subjectsOf(
      `${WEB}\n---\n${WEB.replace('name: web', 'name: api')}`,
    );
    expect(
      images.find(({ subject }) => subject.type === 'image'),
    ).toMatchObject({
      uses: [
        { container: 'web', reference: 'example.com/web:1.0' },
        { container: 'web', reference: 'example.com/web:1.0' },
      ],
    });
  });
});

describe('needsOf', () => {
  it.each([
    ['workload', [], ['workloads']],
    [
      'roleBinding',
      ['roles'],
      ['roleBindings', 'clusterRoleBindings', 'roles'],
    ],
    ['image', ['livePods'], ['workloads', 'livePods']],
    ['cluster', ['nodes'], ['nodes']],
  ] as const)('adds the lists of the subjects: %s', (subject, needs, all) => {
    expect(needsOf({ subject, needs })).toEqual(all);
  });
});
