import { core, grouped, ResourceType } from './resourceType';

const rbac = (plural: string, kind: string, namespaced: boolean) =>
  grouped('rbac.authorization.k8s.io', 'v1', plural, kind, { namespaced });

const WHOLE_CLUSTER = { namespaced: false } as const;
/** Reports of other tools describe a running cluster; manifests do not hold them. */
const REPORT = { inManifests: false, isReport: true } as const;
const CLUSTER_REPORT = { ...WHOLE_CLUSTER, ...REPORT } as const;

const CORE = {
  namespaces: core('namespaces', 'Namespace', WHOLE_CLUSTER),
  serviceAccounts: core('serviceaccounts', 'ServiceAccount'),
  limitRanges: core('limitranges', 'LimitRange'),
  resourceQuotas: core('resourcequotas', 'ResourceQuota'),
  configMaps: core('configmaps', 'ConfigMap', { optIn: 'configMaps' }),
  /** Metadata of all Secrets; their data is never asked for. */
  secrets: core('secrets', 'Secret', {
    optIn: 'secretMetadata',
    metadataOnly: true,
    inManifests: false,
  }),
  /** Metadata of the Secrets that hold a long-lived token of a service account. */
  tokenSecrets: core('secrets', 'Secret', {
    optIn: 'secretMetadata',
    metadataOnly: true,
    fieldSelector: 'type=kubernetes.io/service-account-token',
  }),
  persistentVolumes: core(
    'persistentvolumes',
    'PersistentVolume',
    WHOLE_CLUSTER,
  ),
  persistentVolumeClaims: core(
    'persistentvolumeclaims',
    'PersistentVolumeClaim',
  ),
  nodes: core('nodes', 'Node', { ...WHOLE_CLUSTER, inManifests: false }),
  services: core('services', 'Service'),
  endpointSlices: grouped(
    'discovery.k8s.io',
    'v1',
    'endpointslices',
    'EndpointSlice',
    { inManifests: false },
  ),
  runtimeClasses: grouped(
    'node.k8s.io',
    'v1',
    'runtimeclasses',
    'RuntimeClass',
    WHOLE_CLUSTER,
  ),
  storageClasses: grouped(
    'storage.k8s.io',
    'v1',
    'storageclasses',
    'StorageClass',
    WHOLE_CLUSTER,
  ),
  horizontalPodAutoscalers: grouped(
    'autoscaling',
    'v2',
    'horizontalpodautoscalers',
    'HorizontalPodAutoscaler',
  ),
  podDisruptionBudgets: grouped(
    'policy',
    'v1',
    'poddisruptionbudgets',
    'PodDisruptionBudget',
  ),
  podSecurityPolicies: grouped(
    'policy',
    'v1beta1',
    'podsecuritypolicies',
    'PodSecurityPolicy',
    WHOLE_CLUSTER,
  ),
  apiServices: grouped(
    'apiregistration.k8s.io',
    'v1',
    'apiservices',
    'APIService',
    WHOLE_CLUSTER,
  ),
} as const satisfies Record<string, ResourceType>;

const RBAC = {
  roles: rbac('roles', 'Role', true),
  clusterRoles: rbac('clusterroles', 'ClusterRole', false),
  roleBindings: rbac('rolebindings', 'RoleBinding', true),
  clusterRoleBindings: rbac('clusterrolebindings', 'ClusterRoleBinding', false),
} as const satisfies Record<string, ResourceType>;

const NETWORK = {
  ingresses: grouped('networking.k8s.io', 'v1', 'ingresses', 'Ingress'),
  ingressClasses: grouped(
    'networking.k8s.io',
    'v1',
    'ingressclasses',
    'IngressClass',
    WHOLE_CLUSTER,
  ),
  networkPolicies: grouped(
    'networking.k8s.io',
    'v1',
    'networkpolicies',
    'NetworkPolicy',
  ),
  adminNetworkPolicies: grouped(
    'policy.networking.k8s.io',
    'v1alpha1',
    'adminnetworkpolicies',
    'AdminNetworkPolicy',
    WHOLE_CLUSTER,
  ),
  baselineAdminNetworkPolicies: grouped(
    'policy.networking.k8s.io',
    'v1alpha1',
    'baselineadminnetworkpolicies',
    'BaselineAdminNetworkPolicy',
    WHOLE_CLUSTER,
  ),
  clusterNetworkPolicies: grouped(
    'policy.networking.k8s.io',
    'v1alpha2',
    'clusternetworkpolicies',
    'ClusterNetworkPolicy',
    WHOLE_CLUSTER,
  ),
  ciliumNetworkPolicies: grouped(
    'cilium.io',
    'v2',
    'ciliumnetworkpolicies',
    'CiliumNetworkPolicy',
  ),
  ciliumClusterwideNetworkPolicies: grouped(
    'cilium.io',
    'v2',
    'ciliumclusterwidenetworkpolicies',
    'CiliumClusterwideNetworkPolicy',
    WHOLE_CLUSTER,
  ),
  /** As Calico stores them. */
  calicoNetworkPolicies: grouped(
    'crd.projectcalico.org',
    'v1',
    'networkpolicies',
    'NetworkPolicy',
  ),
  calicoGlobalNetworkPolicies: grouped(
    'crd.projectcalico.org',
    'v1',
    'globalnetworkpolicies',
    'GlobalNetworkPolicy',
    WHOLE_CLUSTER,
  ),
  calicoFelixConfigurations: grouped(
    'crd.projectcalico.org',
    'v1',
    'felixconfigurations',
    'FelixConfiguration',
    WHOLE_CLUSTER,
  ),
  /** As Calico's own API server shows them; where both forms are served, they are the same policies. */
  calicoV3NetworkPolicies: grouped(
    'projectcalico.org',
    'v3',
    'networkpolicies',
    'NetworkPolicy',
  ),
  calicoV3GlobalNetworkPolicies: grouped(
    'projectcalico.org',
    'v3',
    'globalnetworkpolicies',
    'GlobalNetworkPolicy',
    WHOLE_CLUSTER,
  ),
  gateways: grouped('gateway.networking.k8s.io', 'v1', 'gateways', 'Gateway'),
  httpRoutes: grouped(
    'gateway.networking.k8s.io',
    'v1',
    'httproutes',
    'HTTPRoute',
  ),
  grpcRoutes: grouped(
    'gateway.networking.k8s.io',
    'v1',
    'grpcroutes',
    'GRPCRoute',
  ),
  tlsRoutes: grouped(
    'gateway.networking.k8s.io',
    'v1alpha2',
    'tlsroutes',
    'TLSRoute',
  ),
  tcpRoutes: grouped(
    'gateway.networking.k8s.io',
    'v1alpha2',
    'tcproutes',
    'TCPRoute',
  ),
  peerAuthentications: grouped(
    'security.istio.io',
    'v1',
    'peerauthentications',
    'PeerAuthentication',
  ),
} as const satisfies Record<string, ResourceType>;

const admission = (plural: string, kind: string) =>
  grouped('admissionregistration.k8s.io', 'v1', plural, kind, WHOLE_CLUSTER);

const ADMISSION = {
  validatingAdmissionPolicies: admission(
    'validatingadmissionpolicies',
    'ValidatingAdmissionPolicy',
  ),
  validatingAdmissionPolicyBindings: admission(
    'validatingadmissionpolicybindings',
    'ValidatingAdmissionPolicyBinding',
  ),
  validatingWebhookConfigurations: admission(
    'validatingwebhookconfigurations',
    'ValidatingWebhookConfiguration',
  ),
  mutatingWebhookConfigurations: admission(
    'mutatingwebhookconfigurations',
    'MutatingWebhookConfiguration',
  ),
  kyvernoClusterPolicies: grouped(
    'kyverno.io',
    'v1',
    'clusterpolicies',
    'ClusterPolicy',
    WHOLE_CLUSTER,
  ),
  kyvernoPolicies: grouped('kyverno.io', 'v1', 'policies', 'Policy'),
  kyvernoPolicyExceptions: grouped(
    'kyverno.io',
    'v2',
    'policyexceptions',
    'PolicyException',
  ),
  /** Exceptions of the policies in CEL. */
  kyvernoCelPolicyExceptions: grouped(
    'policies.kyverno.io',
    'v1',
    'policyexceptions',
    'PolicyException',
  ),
  kyvernoValidatingPolicies: grouped(
    'policies.kyverno.io',
    'v1',
    'validatingpolicies',
    'ValidatingPolicy',
    WHOLE_CLUSTER,
  ),
  kyvernoImageValidatingPolicies: grouped(
    'policies.kyverno.io',
    'v1',
    'imagevalidatingpolicies',
    'ImageValidatingPolicy',
    WHOLE_CLUSTER,
  ),
  /** Every kind of the group: each constraint template makes one. */
  gatekeeperConstraints: grouped(
    'constraints.gatekeeper.sh',
    'v1beta1',
    '*',
    '*',
    WHOLE_CLUSTER,
  ),
  kubewardenClusterAdmissionPolicies: grouped(
    'policies.kubewarden.io',
    'v1',
    'clusteradmissionpolicies',
    'ClusterAdmissionPolicy',
    WHOLE_CLUSTER,
  ),
  kubewardenAdmissionPolicies: grouped(
    'policies.kubewarden.io',
    'v1',
    'admissionpolicies',
    'AdmissionPolicy',
  ),
  sigstoreClusterImagePolicies: grouped(
    'policy.sigstore.dev',
    'v1beta1',
    'clusterimagepolicies',
    'ClusterImagePolicy',
    WHOLE_CLUSTER,
  ),
  openShiftSecurityContextConstraints: grouped(
    'security.openshift.io',
    'v1',
    'securitycontextconstraints',
    'SecurityContextConstraints',
    WHOLE_CLUSTER,
  ),
} as const satisfies Record<string, ResourceType>;

const trivy = (plural: string, kind: string, namespaced = true) =>
  grouped('aquasecurity.github.io', 'v1alpha1', plural, kind, {
    ...REPORT,
    namespaced,
  });
/** Kubescape serves them by an API server of its own, for which lists are hard work. */
const kubescape = (
  plural: string,
  kind: string,
  rest: Pick<ResourceType, 'listedWithoutSpec' | 'metadataOnly'>,
) =>
  grouped('spdx.softwarecomposition.kubescape.io', 'v1beta1', plural, kind, {
    ...REPORT,
    optIn: 'kubescapeReports',
    ...rest,
  });
const hostData = (plural: string, kind: string) =>
  grouped('hostdata.kubescape.cloud', 'v1beta1', plural, kind, CLUSTER_REPORT);

const REPORTS = {
  trivyVulnerabilityReports: trivy(
    'vulnerabilityreports',
    'VulnerabilityReport',
  ),
  trivyExposedSecretReports: trivy(
    'exposedsecretreports',
    'ExposedSecretReport',
  ),
  trivySbomReports: grouped(
    'aquasecurity.github.io',
    'v1alpha1',
    'sbomreports',
    'SbomReport',
    { ...REPORT, metadataOnly: true },
  ),
  trivyInfraAssessmentReports: trivy(
    'infraassessmentreports',
    'InfraAssessmentReport',
  ),
  trivyClusterInfraAssessmentReports: trivy(
    'clusterinfraassessmentreports',
    'ClusterInfraAssessmentReport',
    false,
  ),
  trivyClusterComplianceReports: trivy(
    'clustercompliancereports',
    'ClusterComplianceReport',
    false,
  ),
  kubescapeVulnerabilityManifests: kubescape(
    'vulnerabilitymanifests',
    'VulnerabilityManifest',
    { listedWithoutSpec: true },
  ),
  kubescapeSboms: kubescape('sbomsyfts', 'SBOMSyft', { metadataOnly: true }),
  kubescapeConfigurationScans: kubescape(
    'workloadconfigurationscans',
    'WorkloadConfigurationScan',
    { listedWithoutSpec: true },
  ),
  kubescapeKubeletInfos: hostData('kubeletinfos', 'KubeletInfo'),
  kubescapeControlPlaneInfos: hostData('controlplaneinfos', 'ControlPlaneInfo'),
  kubescapeCniInfos: hostData('cniinfos', 'CNIInfo'),
  kubescapeOpenPorts: hostData('openports', 'OpenPorts'),
  policyReports: grouped(
    'wgpolicyk8s.io',
    'v1alpha2',
    'policyreports',
    'PolicyReport',
    REPORT,
  ),
  clusterPolicyReports: grouped(
    'wgpolicyk8s.io',
    'v1alpha2',
    'clusterpolicyreports',
    'ClusterPolicyReport',
    CLUSTER_REPORT,
  ),
  openReports: grouped(
    'openreports.io',
    'v1alpha1',
    'reports',
    'Report',
    REPORT,
  ),
  clusterOpenReports: grouped(
    'openreports.io',
    'v1alpha1',
    'clusterreports',
    'ClusterReport',
    CLUSTER_REPORT,
  ),
} as const satisfies Record<string, ResourceType>;

const OTHERS = {
  certificates: grouped('cert-manager.io', 'v1', 'certificates', 'Certificate'),
  externalSecrets: grouped(
    'external-secrets.io',
    'v1',
    'externalsecrets',
    'ExternalSecret',
  ),
  prometheusRules: grouped(
    'monitoring.coreos.com',
    'v1',
    'prometheusrules',
    'PrometheusRule',
  ),
  openShiftInfrastructures: grouped(
    'config.openshift.io',
    'v1',
    'infrastructures',
    'Infrastructure',
    WHOLE_CLUSTER,
  ),
} as const satisfies Record<string, ResourceType>;

/** Kinds that are not workloads, by the name under which an inventory keeps their list. */
export const SUPPORTING_RESOURCES = {
  ...CORE,
  ...RBAC,
  ...NETWORK,
  ...ADMISSION,
  ...REPORTS,
  ...OTHERS,
} as const satisfies Record<string, ResourceType>;

/** Name of a list of supporting objects in an inventory. */
export type SupportingResource = keyof typeof SUPPORTING_RESOURCES;
