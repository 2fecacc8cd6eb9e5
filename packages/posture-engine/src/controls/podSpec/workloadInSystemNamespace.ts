import { defineControl, fail, notApplicable, pass } from '../../kit';

const SYSTEM_NAMESPACES: readonly string[] = [
  'kube-system',
  'kube-public',
  'kube-node-lease',
];
const SYSTEM_TAGS: readonly string[] = ['system', 'infrastructure'];

export const workloadInSystemNamespace = defineControl({
  id: 'workload-in-system-namespace',
  title: 'Services stay out of the namespaces of Kubernetes itself',
  failureTitle: 'A service runs in a namespace of Kubernetes itself',
  why: 'What runs beside the parts of the cluster shares their rights and their exemptions from policies.',
  fix: 'Move the workload to a namespace of the team. Tag the entity `system` or `infrastructure` where it is a part of the cluster.',
  severity: 'medium',
  category: 'podSpec',
  scope: 'workload',
  frameworks: {
    nsa: ['N1'],
    cis: { '1.12': ['5.6.1'] },
    'nist-800-190': ['4.3.4'],
  },
  references: [
    'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/',
  ],
  needs: [],
  needsEntity: true,
  reads:
    '`metadata.namespace` (`kube-system`, `kube-public`, `kube-node-lease`) and the catalog entity that the workload belongs to, with its tags.',
  notes:
    'What no catalog entity owns is taken for an add-on of the cluster and not judged; so is everything on the command line, where there is no catalog.',
  examples: {
    pass: ['containers: [{ name: web }]'],
    fail: [
      `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: kube-system }
spec: { template: { spec: { containers: [{ name: web }] } } }`,
    ],
    notApplicable: [
      {
        given: `apiVersion: apps/v1
kind: DaemonSet
metadata: { name: proxy, namespace: kube-system }
spec: { template: { spec: { containers: [{ name: proxy }] } } }`,
        surroundings: {},
      },
    ],
  },
  exampleSurroundings: {
    entity: { ref: 'component:default/web', tags: [] },
  },
  evaluate({ namespace }, { entity }) {
    if (!entity)
      return notApplicable('nothingToJudge', 'no catalog entity owns it');
    if (!SYSTEM_NAMESPACES.includes(namespace)) return pass();
    const tag = entity.tags.find(name => SYSTEM_TAGS.includes(name));
    if (tag) return pass(`the entity is tagged ${tag}`);
    return fail([
      {
        path: 'metadata.namespace',
        field: 'metadata.namespace',
        message: `the workload of a service runs in ${namespace}`,
        actual: namespace,
        expected: 'a namespace of the team',
      },
    ]);
  },
});
