import { ApiResource } from './ApiResource';

type Flag = 'cluster' | 'status';

interface Row {
  plural: string;
  kind: string;
  flags: Flag[];
  shortNames: string[];
  /** First minor of Kubernetes 1 that serves it in this version. */
  since: number;
}

const served = ['get', 'list', 'watch'];

/** `plural Kind flag,flag short,short since`; `-` stands for none. */
const table: Record<string, string> = {
  v1: `
    configmaps ConfigMap - cm
    endpoints Endpoints - ep
    events Event - ev
    limitranges LimitRange - limits
    namespaces Namespace cluster,status ns
    nodes Node cluster,status no
    persistentvolumeclaims PersistentVolumeClaim status pvc
    persistentvolumes PersistentVolume cluster,status pv
    pods Pod status po
    podtemplates PodTemplate
    replicationcontrollers ReplicationController status rc
    resourcequotas ResourceQuota status quota
    secrets Secret
    serviceaccounts ServiceAccount - sa
    services Service status svc`,
  'admissionregistration.k8s.io/v1': `
    mutatingadmissionpolicies MutatingAdmissionPolicy cluster - 36
    mutatingadmissionpolicybindings MutatingAdmissionPolicyBinding cluster - 36
    mutatingwebhookconfigurations MutatingWebhookConfiguration cluster
    validatingadmissionpolicies ValidatingAdmissionPolicy cluster,status - 30
    validatingadmissionpolicybindings ValidatingAdmissionPolicyBinding cluster - 30
    validatingwebhookconfigurations ValidatingWebhookConfiguration cluster`,
  'apiextensions.k8s.io/v1': `
    customresourcedefinitions CustomResourceDefinition cluster,status crd,crds`,
  'apiregistration.k8s.io/v1': `apiservices APIService cluster,status`,
  'apps/v1': `
    controllerrevisions ControllerRevision
    daemonsets DaemonSet status ds
    deployments Deployment status deploy
    replicasets ReplicaSet status rs
    statefulsets StatefulSet status sts`,
  'autoscaling/v2': `horizontalpodautoscalers HorizontalPodAutoscaler status hpa 23`,
  'batch/v1': `
    cronjobs CronJob status cj 21
    jobs Job status`,
  'certificates.k8s.io/v1': `certificatesigningrequests CertificateSigningRequest cluster,status csr`,
  'coordination.k8s.io/v1': `leases Lease`,
  'discovery.k8s.io/v1': `endpointslices EndpointSlice - - 21`,
  'flowcontrol.apiserver.k8s.io/v1': `
    flowschemas FlowSchema cluster,status - 29
    prioritylevelconfigurations PriorityLevelConfiguration cluster,status - 29`,
  'networking.k8s.io/v1': `
    ingressclasses IngressClass cluster
    ingresses Ingress status ing
    ipaddresses IPAddress cluster ip 33
    networkpolicies NetworkPolicy - netpol
    servicecidrs ServiceCIDR cluster,status - 33`,
  'node.k8s.io/v1': `runtimeclasses RuntimeClass cluster`,
  'policy/v1': `poddisruptionbudgets PodDisruptionBudget status pdb 21`,
  'rbac.authorization.k8s.io/v1': `
    clusterrolebindings ClusterRoleBinding cluster
    clusterroles ClusterRole cluster
    rolebindings RoleBinding
    roles Role`,
  'resource.k8s.io/v1': `
    deviceclasses DeviceClass cluster - 34
    resourceclaims ResourceClaim status - 34
    resourceclaimtemplates ResourceClaimTemplate - - 34
    resourceslices ResourceSlice cluster - 34`,
  'scheduling.k8s.io/v1': `priorityclasses PriorityClass cluster pc`,
  'storage.k8s.io/v1': `
    csidrivers CSIDriver cluster
    csinodes CSINode cluster
    csistoragecapacities CSIStorageCapacity - - 24
    storageclasses StorageClass cluster sc
    volumeattachments VolumeAttachment cluster,status
    volumeattributesclasses VolumeAttributesClass cluster vac 34`,
};

/** The one kind that is created and never stored. */
const accessReview: ApiResource = {
  group: 'authorization.k8s.io',
  version: 'v1',
  plural: 'selfsubjectaccessreviews',
  singular: 'selfsubjectaccessreview',
  kind: 'SelfSubjectAccessReview',
  namespaced: false,
  shortNames: [],
  hasStatus: false,
  custom: false,
  verbs: ['create'],
};

/**
 * The kinds that Kubernetes 1.`minor` serves, each in its preferred stable
 * version only.
 */
export function builtInResources(minor: number): ApiResource[] {
  const stored = Object.entries(table).flatMap(([apiVersion, lines]) =>
    lines
      .trim()
      .split('\n')
      .map(line => parseRow(line))
      .filter(row => row.since <= minor)
      .map(row => toResource(apiVersion, row)),
  );
  return [...stored, accessReview];
}

function parseRow(line: string): Row {
  const [plural, kind, flags = '-', shortNames = '-', since = '0'] = line
    .trim()
    .split(' ');
  return {
    plural,
    kind,
    flags: flags === '-' ? [] : (flags.split(',') as Flag[]),
    shortNames: shortNames === '-' ? [] : shortNames.split(','),
    since: Number(since),
  };
}

function toResource(apiVersion: string, row: Row): ApiResource {
  const slash = apiVersion.indexOf('/');
  return {
    group: slash < 0 ? '' : apiVersion.slice(0, slash),
    version: apiVersion.slice(slash + 1),
    plural: row.plural,
    singular: row.kind.toLowerCase(),
    kind: row.kind,
    namespaced: !row.flags.includes('cluster'),
    shortNames: row.shortNames,
    hasStatus: row.flags.includes('status'),
    custom: false,
    verbs: served,
  };
}
