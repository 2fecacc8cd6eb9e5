import { groupOf, JsonObject, Manifest } from '../objects/Manifest';
import { defaultPodSpec } from './defaultPodSpec';
import { uidOf } from './derive';
import { PodTemplate, podTemplateOf } from './PodSpec';

type Defaults = (
  spec: JsonObject,
  object: Manifest,
  minor: number,
) => JsonObject;

const rolling = { maxUnavailable: '25%', maxSurge: '25%' };

const specDefaults: Record<string, Defaults> = {
  Deployment: spec => ({
    replicas: 1,
    strategy: { type: 'RollingUpdate', rollingUpdate: rolling },
    revisionHistoryLimit: 10,
    progressDeadlineSeconds: 600,
    ...spec,
  }),
  ReplicaSet: spec => ({ replicas: 1, ...spec }),
  ReplicationController: spec => ({
    replicas: 1,
    selector: (spec.template as PodTemplate).metadata?.labels,
    ...spec,
  }),
  StatefulSet: spec => ({
    replicas: 1,
    podManagementPolicy: 'OrderedReady',
    updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 0 } },
    revisionHistoryLimit: 10,
    persistentVolumeClaimRetentionPolicy: {
      whenDeleted: 'Retain',
      whenScaled: 'Retain',
    },
    ...spec,
  }),
  DaemonSet: spec => ({
    updateStrategy: {
      type: 'RollingUpdate',
      rollingUpdate: { maxUnavailable: 1, maxSurge: 0 },
    },
    revisionHistoryLimit: 10,
    ...spec,
  }),
  CronJob: (spec, _object, minor) => ({
    concurrencyPolicy: 'Allow',
    suspend: false,
    successfulJobsHistoryLimit: 3,
    failedJobsHistoryLimit: 1,
    ...spec,
    jobTemplate: defaultJobTemplate(spec.jobTemplate as JsonObject, minor),
  }),
  Job: defaultJob,
  Service: defaultService,
  NetworkPolicy: spec => ({
    ...spec,
    policyTypes:
      spec.policyTypes ?? (spec.egress ? ['Ingress', 'Egress'] : ['Ingress']),
  }),
  PersistentVolumeClaim: spec => ({ volumeMode: 'Filesystem', ...spec }),
  Namespace: spec => ({ finalizers: ['kubernetes'], ...spec }),
};

const statuses: Record<string, (object: Manifest) => JsonObject> = {
  Namespace: () => ({ phase: 'Active' }),
  Service: () => ({ loadBalancer: {} }),
  Ingress: () => ({ loadBalancer: {} }),
  PersistentVolumeClaim: () => ({ phase: 'Bound' }),
  ResourceQuota: ({ spec }) => ({ hard: spec?.hard }),
};

const withTemplate = new Set([
  'Deployment',
  'ReplicaSet',
  'ReplicationController',
  'StatefulSet',
  'DaemonSet',
  'Job',
]);

/** Custom kinds may bear the names of built-in ones, such as Knative's Service. */
const builtInGroups = new Set([
  '',
  'apps',
  'batch',
  'networking.k8s.io',
  'rbac.authorization.k8s.io',
]);

/** Whether Kubernetes itself defines the kinds of this group that have defaults. */
export function isBuiltIn(object: { apiVersion: string }): boolean {
  return builtInGroups.has(groupOf(object.apiVersion));
}

/**
 * An object of a built-in kind with the defaults of the API server, those of
 * pod templates included; pods themselves are admitted elsewhere. The input
 * stays as it is.
 */
export function defaultObject(object: Manifest, minor: number): Manifest {
  if (!isBuiltIn(object)) {
    return object;
  }
  if (object.kind === 'RoleBinding' || object.kind === 'ClusterRoleBinding') {
    return defaultBinding(object);
  }
  const spec = withDefaultTemplate(object, minor);
  const defaults = specDefaults[object.kind];
  const status = object.status ?? statuses[object.kind]?.(object);
  const complete = defaults ? defaults(spec ?? {}, object, minor) : spec;
  return {
    ...object,
    metadata: defaultMetadata(object),
    ...(complete && { spec: complete }),
    ...(status && { status }),
  };
}

function defaultTemplate(template: PodTemplate, minor: number): PodTemplate {
  return {
    metadata: {},
    ...template,
    spec: defaultPodSpec(template.spec, minor),
  };
}

function withDefaultTemplate(
  object: Manifest,
  minor: number,
): JsonObject | undefined {
  if (!withTemplate.has(object.kind)) {
    return object.spec;
  }
  const template = defaultTemplate(podTemplateOf(object), minor);
  return { ...object.spec, template };
}

function defaultMetadata({ kind, metadata }: Manifest): Manifest['metadata'] {
  if (kind !== 'Namespace') {
    return metadata;
  }
  const name = { 'kubernetes.io/metadata.name': metadata.name };
  return { ...metadata, labels: { ...name, ...metadata.labels } };
}

function defaultBinding(object: Manifest): Manifest {
  const apiGroup = 'rbac.authorization.k8s.io';
  const subjects = (object.subjects ?? []) as JsonObject[];
  return {
    ...object,
    roleRef: { apiGroup, ...(object.roleRef as JsonObject) },
    subjects: subjects.map(subject =>
      subject.kind === 'ServiceAccount' ? subject : { apiGroup, ...subject },
    ),
  };
}

function defaultJobTemplate(
  jobTemplate: JsonObject,
  minor: number,
): JsonObject {
  const spec = jobTemplate.spec as JsonObject;
  const template = defaultTemplate(spec.template as PodTemplate, minor);
  return {
    metadata: {},
    ...jobTemplate,
    spec: { ...spec, template },
  };
}

function defaultJob(spec: JsonObject, object: Manifest): JsonObject {
  const { namespace, name } = object.metadata;
  const uid = uidOf(`${namespace}/${name}/controller`);
  const labels = {
    'batch.kubernetes.io/controller-uid': uid,
    'batch.kubernetes.io/job-name': name,
    'controller-uid': uid,
    'job-name': name,
  };
  const template = spec.template as PodTemplate;
  const metadata = { ...template.metadata };
  return {
    parallelism: 1,
    completions: 1,
    backoffLimit: 6,
    completionMode: 'NonIndexed',
    manualSelector: false,
    suspend: false,
    podReplacementPolicy: 'TerminatingOrFailed',
    selector: {
      matchLabels: { 'batch.kubernetes.io/controller-uid': uid },
    },
    ...spec,
    template: {
      ...template,
      metadata: { ...metadata, labels: { ...metadata.labels, ...labels } },
    },
  };
}

function defaultService(spec: JsonObject, object: Manifest): JsonObject {
  const external = spec.type === 'ExternalName';
  const clusterIP = spec.clusterIP ?? serviceAddress(object);
  const ports = (spec.ports ?? []) as JsonObject[];
  return {
    type: 'ClusterIP',
    sessionAffinity: 'None',
    ...(!external && {
      clusterIP,
      clusterIPs: [clusterIP],
      ipFamilies: ['IPv4'],
      ipFamilyPolicy: 'SingleStack',
      internalTrafficPolicy: 'Cluster',
    }),
    ...spec,
    ...(spec.ports !== undefined && {
      ports: ports.map(port => ({
        protocol: 'TCP',
        targetPort: port.port,
        ...port,
      })),
    }),
  };
}

function serviceAddress({ metadata }: Manifest): string {
  const hex = uidOf(`${metadata.namespace}/${metadata.name}/service`);
  const [third, fourth] = [hex.slice(0, 2), hex.slice(2, 4)].map(byte =>
    Number.parseInt(byte, 16),
  );
  return `10.96.${third}.${1 + (fourth % 254)}`;
}
