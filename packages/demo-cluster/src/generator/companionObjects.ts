import { JsonObject, Manifest } from '../objects/Manifest';
import { Random } from './Random';
import { labelsOf } from './workloadManifest';
import { WorkloadPlan } from './WorkloadPlan';

const rbac = 'rbac.authorization.k8s.io';

/** The names and kinds of what comes with a workload. */
export interface Companion {
  apiVersion: string;
  kind: string;
  /** Default: the namespace of the workload. */
  clusterScoped?: boolean;
  fields: (plan: WorkloadPlan) => JsonObject;
}

const configMap: Companion = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  fields: ({ name }) => ({
    data: { 'application.yaml': `name: ${name}\nport: 8080\nlogLevel: info\n` },
  }),
};

const serviceAccount: Companion = {
  apiVersion: 'v1',
  kind: 'ServiceAccount',
  fields: ({ quality }) =>
    quality === 'average' ? {} : { automountServiceAccountToken: false },
};

const role: Companion = {
  apiVersion: `${rbac}/v1`,
  kind: 'Role',
  fields: ({ quality }) => ({
    rules: [
      {
        apiGroups: [''],
        resources:
          quality === 'average' ? ['configmaps', 'secrets'] : ['configmaps'],
        verbs: ['get', 'list', 'watch'],
      },
    ],
  }),
};

const roleBinding: Companion = {
  apiVersion: `${rbac}/v1`,
  kind: 'RoleBinding',
  fields: ({ name, namespace }) => ({
    roleRef: { apiGroup: rbac, kind: 'Role', name },
    subjects: [{ kind: 'ServiceAccount', name, namespace }],
  }),
};

const adminBinding: Companion = {
  apiVersion: `${rbac}/v1`,
  kind: 'ClusterRoleBinding',
  clusterScoped: true,
  fields: ({ namespace }) => ({
    roleRef: { apiGroup: rbac, kind: 'ClusterRole', name: 'cluster-admin' },
    subjects: [{ kind: 'ServiceAccount', name: 'default', namespace }],
  }),
};

const service: Companion = {
  apiVersion: 'v1',
  kind: 'Service',
  fields: ({ name, quality }) => ({
    spec: {
      ...(quality === 'dreadful' && { type: 'LoadBalancer' }),
      selector: { 'app.kubernetes.io/name': name },
      ports: [{ name: 'http', port: 80, targetPort: 'http' }],
    },
  }),
};

const ingress: Companion = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  fields: ({ name, namespace, quality }) => {
    const host = `${name}.${namespace}.example.com`;
    const backend = { service: { name, port: { name: 'http' } } };
    const paths = [{ path: '/', pathType: 'Prefix', backend }];
    const encrypted = quality !== 'dreadful' && quality !== 'poor';
    return {
      spec: {
        ingressClassName: 'nginx',
        ...(encrypted && {
          tls: [{ hosts: [host], secretName: `${name}-tls` }],
        }),
        rules: [{ host, http: { paths } }],
      },
    };
  },
};

const disruptionBudget: Companion = {
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  fields: ({ name }) => ({
    spec: {
      maxUnavailable: 1,
      selector: { matchLabels: { 'app.kubernetes.io/name': name } },
    },
  }),
};

const autoscaler: Companion = {
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  fields: ({ name, replicas }) => ({
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
      minReplicas: replicas,
      maxReplicas: replicas * 3,
      metrics: [
        {
          type: 'Resource',
          resource: {
            name: 'cpu',
            target: { type: 'Utilization', averageUtilization: 80 },
          },
        },
      ],
    },
  }),
};

/** Account, rights, configuration and ways in of a generated workload. */
export function companionsOf(plan: WorkloadPlan): Companion[] {
  const random = new Random(`${plan.seed}/companions`);
  const { quality, kind } = plan;
  const serves = kind === 'Deployment' || kind === 'StatefulSet';
  const ownAccount = quality !== 'poor' && quality !== 'dreadful';
  const exposed = serves && random.chance(0.8);
  const scaled = kind === 'Deployment' && random.chance(0.2);
  return [
    configMap,
    ...(ownAccount ? [serviceAccount] : []),
    ...(ownAccount && random.chance(0.4) ? [role, roleBinding] : []),
    ...(quality === 'dreadful' && random.chance(0.3) ? [adminBinding] : []),
    ...(exposed ? [service] : []),
    ...(exposed && random.chance(0.25) ? [ingress] : []),
    ...(scaled ? [disruptionBudget, autoscaler] : []),
  ];
}

/** Writes a companion out. */
export function companionManifest(
  { apiVersion, kind, clusterScoped, fields }: Companion,
  plan: WorkloadPlan,
): Manifest {
  const { name, namespace } = plan;
  return {
    apiVersion,
    kind,
    metadata: {
      name: clusterScoped ? `${namespace}-${name}` : name,
      ...(!clusterScoped && { namespace }),
      labels: labelsOf(plan),
    },
    ...fields(plan),
  };
}
