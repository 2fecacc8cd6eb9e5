import { Severity } from '../model/severity';

/**
 * Rights that should be rare: every verb on every resource, each on its own.
 * A resource without namespace counts by ClusterRoleBinding only.
 */
export interface SensitiveRights {
  /** Empty for the core group. */
  readonly group: string;
  readonly resources: readonly string[];
  /** Any verb at all where it is absent. */
  readonly verbs?: readonly string[];
  /** True: the parts of the resources count as well, whatever their names. */
  readonly withParts?: boolean;
  /** In the whole cluster, and in the namespace `kube-system`. */
  readonly severity: Severity;
  /** In any other namespace; one step milder where it is absent. */
  readonly inNamespace?: Severity;
  /** Only in this namespace, or in the whole cluster. */
  readonly onlyIn?: 'kube-system';
  /** Rules that `resourceNames` bounds count where they name one of these. */
  readonly names?: readonly string[];
}

const CORE = '';
const RBAC = 'rbac.authorization.k8s.io';
const CERTIFICATES = 'certificates.k8s.io';
const WRITE = ['create', 'update', 'patch', 'delete'];

/** Reading Secrets. */
export const SECRET_READING: readonly SensitiveRights[] = [
  {
    group: CORE,
    resources: ['secrets'],
    verbs: ['get', 'list', 'watch'],
    severity: 'high',
  },
];

const EXEC_BY_CREATE: readonly SensitiveRights[] = [
  {
    group: CORE,
    resources: ['pods/exec', 'pods/attach', 'pods/portforward'],
    verbs: ['create'],
    severity: 'high',
  },
  {
    group: CORE,
    resources: ['pods/ephemeralcontainers'],
    verbs: ['patch', 'update'],
    severity: 'high',
  },
];

function execByGet(severity: Severity): SensitiveRights {
  return {
    group: CORE,
    resources: ['pods/exec', 'pods/attach', 'pods/portforward'],
    verbs: ['get'],
    severity,
  };
}

/** Entering a running pod, below Kubernetes 1.35: the handshake of a websocket is a GET. */
export const POD_ENTRY: readonly SensitiveRights[] = [
  ...EXEC_BY_CREATE,
  execByGet('high'),
];

/** Entering a running pod from 1.35 on, where a websocket asks for `create` too (AuthorizePodWebsocketUpgradeCreatePermission). */
export const POD_ENTRY_SINCE_135: readonly SensitiveRights[] = [
  ...EXEC_BY_CREATE,
  execByGet('medium'),
];

const CHANGE = ['create', 'update', 'patch'];

/** Creating pods, or what creates them. */
export const POD_CREATION: readonly SensitiveRights[] = [
  { group: CORE, resources: ['pods'], verbs: ['create'] },
  { group: CORE, resources: ['replicationcontrollers'], verbs: CHANGE },
  {
    group: 'apps',
    resources: ['deployments', 'daemonsets', 'statefulsets', 'replicasets'],
    verbs: CHANGE,
  },
  { group: 'batch', resources: ['jobs', 'cronjobs'], verbs: CHANGE },
].map(rights => ({ ...rights, severity: 'medium', inNamespace: 'info' }));

/** Rights that hand out more rights than one has. */
export const ESCALATION: readonly SensitiveRights[] = [
  {
    group: RBAC,
    resources: ['clusterroles', 'roles'],
    verbs: ['bind', 'escalate'],
    severity: 'critical',
  },
  {
    group: CORE,
    resources: ['users', 'groups'],
    verbs: ['impersonate'],
    severity: 'critical',
  },
  {
    group: CORE,
    resources: ['serviceaccounts'],
    verbs: ['impersonate'],
    severity: 'critical',
    inNamespace: 'medium',
  },
  {
    group: 'authentication.k8s.io',
    resources: ['uids'],
    verbs: ['impersonate'],
    severity: 'critical',
  },
  {
    group: 'authentication.k8s.io',
    resources: ['userextras'],
    withParts: true,
    verbs: ['impersonate'],
    severity: 'critical',
  },
];

/** Creating PersistentVolumes. */
export const VOLUME_CREATION: readonly SensitiveRights[] = [
  {
    group: CORE,
    resources: ['persistentvolumes'],
    verbs: ['create'],
    severity: 'medium',
  },
];

/** Speaking to the kubelets. */
export const KUBELET_ACCESS: readonly SensitiveRights[] = [
  { group: CORE, resources: ['nodes/proxy'], severity: 'high' },
];

/** Approving certificate signing requests. */
export const CERTIFICATE_APPROVAL: readonly SensitiveRights[] = [
  {
    group: CERTIFICATES,
    resources: ['certificatesigningrequests/approval'],
    verbs: ['update', 'patch'],
    severity: 'high',
  },
  {
    group: CERTIFICATES,
    resources: ['signers'],
    verbs: ['approve'],
    severity: 'high',
  },
];

/** Changing what admission asks of every object. */
export const ADMISSION_CHANGES: readonly SensitiveRights[] = [
  {
    group: 'admissionregistration.k8s.io',
    resources: [
      'validatingwebhookconfigurations',
      'mutatingwebhookconfigurations',
      'validatingadmissionpolicies',
      'validatingadmissionpolicybindings',
      'mutatingadmissionpolicies',
      'mutatingadmissionpolicybindings',
    ],
    verbs: WRITE,
    severity: 'high',
  },
];

/** Making tokens of service accounts. */
export const TOKEN_CREATION: readonly SensitiveRights[] = [
  {
    group: CORE,
    resources: ['serviceaccounts/token'],
    verbs: ['create'],
    severity: 'high',
  },
];

/** What a workload has no use for, beside what the controls over bindings ask: hiding traces, and changing how the cluster is guarded. */
export const TAMPERING: readonly SensitiveRights[] = [
  {
    group: CORE,
    resources: ['events', 'pods/log'],
    verbs: ['delete'],
    severity: 'high',
  },
  {
    group: 'events.k8s.io',
    resources: ['events'],
    verbs: ['delete'],
    severity: 'high',
  },
  {
    group: 'networking.k8s.io',
    resources: ['networkpolicies'],
    verbs: WRITE,
    severity: 'high',
  },
  {
    group: CORE,
    resources: ['configmaps'],
    verbs: WRITE,
    severity: 'high',
    onlyIn: 'kube-system',
    names: ['coredns', 'aws-auth'],
  },
  {
    group: CORE,
    resources: ['namespaces'],
    verbs: ['patch'],
    severity: 'high',
  },
];
