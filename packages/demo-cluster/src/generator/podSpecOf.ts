import { JsonObject } from '../objects/Manifest';
import { digestOf } from '../live/derive';
import { Random } from './Random';
import { Quality, WorkloadPlan } from './WorkloadPlan';

const registry = 'registry.example.com';

const hardened: JsonObject = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  runAsNonRoot: true,
  capabilities: { drop: ['ALL'] },
};

const podSecurity: Record<Quality, JsonObject | undefined> = {
  exemplary: {
    runAsNonRoot: true,
    runAsUser: 10001,
    runAsGroup: 10001,
    fsGroup: 10001,
    seccompProfile: { type: 'RuntimeDefault' },
  },
  good: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
  average: { fsGroup: 2000 },
  poor: undefined,
  dreadful: { runAsUser: 0 },
};

/** The pod specification of a generated workload, better or worse by its quality. */
export function podSpecOf(plan: WorkloadPlan): JsonObject {
  const random = new Random(`${plan.seed}/pod`);
  const { quality, kind } = plan;
  const once = kind === 'Job' || kind === 'CronJob';
  const ownAccount = quality !== 'poor' && quality !== 'dreadful';
  const security = podSecurity[quality];
  const initContainers = once ? [] : initContainersOf(plan, random);
  const hostPath = quality === 'dreadful' && random.chance(0.4);
  return {
    ...(once && { restartPolicy: 'OnFailure' }),
    ...(ownAccount && { serviceAccountName: plan.name }),
    ...(quality === 'exemplary' && { automountServiceAccountToken: false }),
    ...(security && { securityContext: security }),
    ...(quality === 'dreadful' && random.chance(0.3) && { hostNetwork: true }),
    ...(quality === 'dreadful' && random.chance(0.2) && { hostPID: true }),
    ...(initContainers.length > 0 && { initContainers }),
    containers: [
      mainContainer(plan, random, once, hostPath),
      ...sidecars(plan, random, once),
    ],
    volumes: volumesOf(plan, hostPath),
  };
}

function mainContainer(
  plan: WorkloadPlan,
  random: Random,
  once: boolean,
  hostPath: boolean,
): JsonObject {
  const { name, quality } = plan;
  const security = containerSecurity(quality, random);
  const probed = !once && quality !== 'poor' && quality !== 'dreadful';
  return {
    name,
    image: imageOf(plan, name, random),
    ...(once
      ? { args: ['run', '--once'] }
      : { ports: [{ name: 'http', containerPort: 8080 }] }),
    env: variables(plan, random),
    resources: resourcesOf(quality, random),
    ...(security && { securityContext: security }),
    ...(probed && probesOf()),
    volumeMounts: [
      { name: 'tmp', mountPath: '/tmp' },
      { name: 'config', mountPath: '/etc/app', readOnly: true },
      ...(hostPath ? [{ name: 'host', mountPath: '/host' }] : []),
    ],
  };
}

function containerSecurity(
  quality: Quality,
  random: Random,
): JsonObject | undefined {
  switch (quality) {
    case 'exemplary':
      return hardened;
    case 'good':
      return random.chance(0.5)
        ? hardened
        : { ...hardened, readOnlyRootFilesystem: undefined };
    case 'average':
      return random.chance(0.5)
        ? { allowPrivilegeEscalation: false }
        : undefined;
    case 'poor':
      return random.chance(0.3)
        ? { capabilities: { add: ['NET_ADMIN'] } }
        : undefined;
    default:
      return random.chance(0.6)
        ? { privileged: true }
        : { capabilities: { add: ['SYS_ADMIN'] } };
  }
}

function imageOf(plan: WorkloadPlan, name: string, random: Random): string {
  const repository = `${registry}/${plan.namespace}/${name}`;
  const tag = `1.${Math.floor(random.next() * 40)}.${Math.floor(
    random.next() * 10,
  )}`;
  switch (plan.quality) {
    case 'exemplary':
      return `${repository}:${tag}@${digestOf(repository + tag)}`;
    case 'poor':
      return random.chance(0.4)
        ? `${repository}:latest`
        : `${repository}:${tag}`;
    case 'dreadful':
      return random.chance(0.5) ? repository : `${repository}:latest`;
    default:
      return `${repository}:${tag}`;
  }
}

function variables(plan: WorkloadPlan, random: Random): JsonObject[] {
  const database = `postgres.${plan.namespace}.svc`;
  const password =
    plan.quality === 'dreadful' ||
    (plan.quality === 'poor' && random.chance(0.5))
      ? { name: 'DB_PASSWORD', value: 'changeme-in-the-demo' }
      : {
          name: 'DB_PASSWORD',
          valueFrom: {
            secretKeyRef: { name: `${plan.name}-db`, key: 'password' },
          },
        };
  return [
    { name: 'LOG_LEVEL', value: 'info' },
    { name: 'DB_HOST', value: database },
    password,
    {
      name: 'POD_NAME',
      valueFrom: { fieldRef: { fieldPath: 'metadata.name' } },
    },
  ];
}

function resourcesOf(quality: Quality, random: Random): JsonObject {
  const requests = {
    cpu: random.pick(['50m', '100m', '250m']),
    memory: random.pick(['128Mi', '256Mi', '512Mi']),
  };
  switch (quality) {
    case 'exemplary':
    case 'good':
      return { requests, limits: { cpu: '1', memory: '1Gi' } };
    case 'average':
      return { requests };
    default:
      return {};
  }
}

function probesOf(): JsonObject {
  const httpGet = (path: string) => ({ httpGet: { path, port: 'http' } });
  return {
    readinessProbe: httpGet('/ready'),
    livenessProbe: { ...httpGet('/alive'), initialDelaySeconds: 10 },
  };
}

function initContainersOf(plan: WorkloadPlan, random: Random): JsonObject[] {
  const security = securityOfHelpers(plan.quality);
  const migrate = {
    name: 'migrate',
    image: imageOf(plan, `${plan.name}-migrate`, random),
    args: ['migrate', 'up'],
    resources: resourcesOf(plan.quality, random),
    ...security,
  };
  const sidecar = {
    name: 'secrets-agent',
    image: 'hashicorp/vault:1.20.4',
    restartPolicy: 'Always',
    args: ['agent'],
    resources: resourcesOf(plan.quality, random),
    ...security,
  };
  return [
    ...(random.chance(0.25) ? [migrate] : []),
    ...(random.chance(0.1) ? [sidecar] : []),
  ];
}

function sidecars(
  plan: WorkloadPlan,
  random: Random,
  once: boolean,
): JsonObject[] {
  if (once || !random.chance(0.2)) {
    return [];
  }
  return [
    {
      name: 'metrics',
      image: 'quay.io/prometheus/statsd-exporter:v0.28.0',
      ports: [{ name: 'metrics', containerPort: 9102 }],
      resources: { requests: { cpu: '10m', memory: '32Mi' } },
      ...securityOfHelpers(plan.quality),
    },
  ];
}

function securityOfHelpers(quality: Quality): JsonObject {
  return quality === 'exemplary' || quality === 'good'
    ? { securityContext: hardened }
    : {};
}

function volumesOf(plan: WorkloadPlan, hostPath: boolean): JsonObject[] {
  return [
    { name: 'tmp', emptyDir: {} },
    { name: 'config', configMap: { name: plan.name } },
    ...(hostPath ? [{ name: 'host', hostPath: { path: '/var/run' } }] : []),
  ];
}
