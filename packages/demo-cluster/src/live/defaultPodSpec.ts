import { JsonObject } from '../objects/Manifest';
import { Container, mapContainers, PodSpec, Volume } from './PodSpec';

/** From here on, templates keep host ports as they were written. */
const templatesKeepHostPorts = 28;

const probes = ['livenessProbe', 'readinessProbe', 'startupProbe'];

/**
 * The defaults that the API server writes into every pod specification, those
 * in templates included.
 *
 * @param minor - of the Kubernetes version
 */
export function defaultPodSpec(
  spec: PodSpec,
  minor: number,
  inTemplate = true,
): PodSpec {
  const fillsPorts =
    spec.hostNetwork === true &&
    (!inTemplate || minor < templatesKeepHostPorts);
  return {
    restartPolicy: 'Always',
    terminationGracePeriodSeconds: 30,
    dnsPolicy: 'ClusterFirst',
    securityContext: {},
    schedulerName: 'default-scheduler',
    ...mapContainers(spec, container =>
      defaultContainer(container, fillsPorts),
    ),
    ...(spec.volumes && { volumes: spec.volumes.map(defaultVolume) }),
    ...(spec.serviceAccountName && { serviceAccount: spec.serviceAccountName }),
  };
}

function defaultContainer(
  container: Container,
  fillsPorts: boolean,
): Container {
  return {
    imagePullPolicy: pullPolicyOf(container.image),
    resources: {},
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
    ...container,
    ...(container.ports && {
      ports: container.ports.map(port => defaultPort(port, fillsPorts)),
    }),
    ...(container.env && { env: container.env.map(defaultVariable) }),
    ...defaultProbes(container),
  };
}

function pullPolicyOf(image: string): string {
  if (image.includes('@')) {
    return 'IfNotPresent';
  }
  const tag = /:([^/:]+)$/.exec(image)?.[1];
  return tag === undefined || tag === 'latest' ? 'Always' : 'IfNotPresent';
}

function defaultPort(port: JsonObject, fillsPorts: boolean): JsonObject {
  return {
    protocol: 'TCP',
    ...(fillsPorts && { hostPort: port.containerPort }),
    ...port,
  };
}

function defaultVariable(variable: JsonObject): JsonObject {
  const from = variable.valueFrom as JsonObject | undefined;
  if (!from?.fieldRef) {
    return variable;
  }
  const fieldRef = { apiVersion: 'v1', ...(from.fieldRef as JsonObject) };
  return { ...variable, valueFrom: { ...from, fieldRef } };
}

function defaultProbes(container: Container): JsonObject {
  const given = probes.filter(probe => container[probe]);
  return Object.fromEntries(
    given.map(probe => [probe, defaultProbe(container[probe] as JsonObject)]),
  );
}

function defaultProbe(probe: JsonObject): JsonObject {
  const { httpGet, grpc } = probe;
  return {
    timeoutSeconds: 1,
    periodSeconds: 10,
    successThreshold: 1,
    failureThreshold: 3,
    ...probe,
    ...(httpGet ? { httpGet: { path: '/', scheme: 'HTTP', ...httpGet } } : {}),
    ...(grpc ? { grpc: { service: '', ...grpc } } : {}),
  };
}

function tokenDefaults(source: JsonObject): JsonObject {
  const token = source.serviceAccountToken as JsonObject | undefined;
  return token
    ? { serviceAccountToken: { expirationSeconds: 3600, ...token } }
    : source;
}

const withMode = (source: JsonObject) => ({ defaultMode: 420, ...source });

const volumeDefaults: Record<string, (source: JsonObject) => JsonObject> = {
  configMap: withMode,
  secret: withMode,
  downwardAPI: withMode,
  projected: source => ({
    ...withMode(source),
    sources: ((source.sources ?? []) as JsonObject[]).map(tokenDefaults),
  }),
  hostPath: source => ({ type: '', ...source }),
};

function defaultVolume({ name, ...source }: Volume): Volume {
  const [type] = Object.keys(source).filter(key => source[key] !== null);
  if (type === undefined) {
    return { name, emptyDir: {} };
  }
  const withDefaults = volumeDefaults[type]?.(source[type] as JsonObject);
  return { name, ...source, ...(withDefaults && { [type]: withDefaults }) };
}
