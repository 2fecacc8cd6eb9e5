import { JsonObject, Labels, Manifest } from '../objects/Manifest';
import { Random } from './Random';

const allowInside: JsonObject = {
  podSelector: {},
  policyTypes: ['Ingress', 'Egress'],
  ingress: [{ from: [{ podSelector: {} }] }],
  egress: [
    { to: [{ podSelector: {} }] },
    { to: [{ namespaceSelector: {} }], ports: [{ port: 53, protocol: 'UDP' }] },
  ],
};

const limits: JsonObject = {
  limits: [
    {
      type: 'Container',
      default: { cpu: '500m', memory: '512Mi' },
      defaultRequest: { cpu: '50m', memory: '64Mi' },
    },
  ],
};

const quota: JsonObject = {
  hard: { 'requests.cpu': '20', 'requests.memory': '64Gi', pods: '100' },
};

/** A generated namespace with its policies, limits and quota, where it has them. */
export function namespaceObjects(name: string, seed: string): Manifest[] {
  const random = new Random(`${seed}/namespace/${name}`);
  const level = random.weighted({ none: 40, baseline: 35, restricted: 25 });
  const inside = (
    apiVersion: string,
    kind: string,
    object: string,
    spec: JsonObject,
  ): Manifest => ({
    apiVersion,
    kind,
    metadata: { name: object, namespace: name },
    spec,
  });
  const denyAll = { podSelector: {}, policyTypes: ['Ingress', 'Egress'] };
  return [
    namespace(name, level),
    ...(random.chance(0.6)
      ? [
          inside(
            'networking.k8s.io/v1',
            'NetworkPolicy',
            'default-deny',
            denyAll,
          ),
          inside(
            'networking.k8s.io/v1',
            'NetworkPolicy',
            'allow-inside',
            allowInside,
          ),
        ]
      : []),
    ...(random.chance(0.5)
      ? [inside('v1', 'LimitRange', 'defaults', limits)]
      : []),
    ...(random.chance(0.5)
      ? [inside('v1', 'ResourceQuota', 'quota', quota)]
      : []),
  ];
}

function namespace(name: string, level: string): Manifest {
  const labels: Labels =
    level === 'none'
      ? {}
      : {
          'pod-security.kubernetes.io/warn': level,
          'pod-security.kubernetes.io/audit': level,
        };
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } };
}
