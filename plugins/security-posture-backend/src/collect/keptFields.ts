import { Kept, wholeFields as fields } from '../keep';

const ALL: Kept = true;

const TRIVY_REPORT: { readonly [field: string]: Kept } = {
  artifact: ALL,
  registry: ALL,
  scanner: ALL,
  summary: ALL,
  updateTimestamp: ALL,
};

const TRIVY_CHECKS: Kept = {
  report: {
    ...TRIVY_REPORT,
    checks: fields(
      'checkID',
      'severity',
      'success',
      'title',
      'messages',
      'scope',
    ),
  },
};

const POLICY_REPORT: Kept = {
  scope: ALL,
  source: ALL,
  summary: ALL,
  results: fields(
    'source',
    'policy',
    'rule',
    'result',
    'severity',
    'scored',
    'category',
    'resources',
    'subjects',
    'properties',
    'timestamp',
  ),
};

/**
 * What rules read of the reports of other tools, by kind. The rest, such as the description of each vulnerability, would fill
 * the memory; and of what a scan for secrets found, the secret itself is dropped unread.
 */
export const KEPT_OF_REPORTS: Readonly<Record<string, Kept>> = {
  VulnerabilityReport: {
    report: {
      ...TRIVY_REPORT,
      os: ALL,
      vulnerabilities: fields(
        'vulnerabilityID',
        'severity',
        'fixedVersion',
        'installedVersion',
        'resource',
        'publishedDate',
      ),
    },
  },
  ExposedSecretReport: {
    report: {
      ...TRIVY_REPORT,
      secrets: fields('target', 'ruleID', 'title', 'category', 'severity'),
    },
  },
  InfraAssessmentReport: TRIVY_CHECKS,
  ClusterInfraAssessmentReport: TRIVY_CHECKS,
  PolicyReport: POLICY_REPORT,
  ClusterPolicyReport: POLICY_REPORT,
  Report: POLICY_REPORT,
  ClusterReport: POLICY_REPORT,
  VulnerabilityManifest: {
    spec: {
      metadata: ALL,
      payload: {
        distro: ALL,
        source: {
          type: ALL,
          target: fields(
            'userInput',
            'imageID',
            'manifestDigest',
            'repoDigests',
            'tags',
          ),
        },
        matches: {
          vulnerability: fields('id', 'severity', 'fix'),
          artifact: fields('name', 'version', 'type'),
        },
      },
    },
  },
};

/** What rules read of `status`, by kind. Of all other kinds no status is kept. */
export const KEPT_OF_STATUS: Readonly<Record<string, Kept>> = {
  Node: fields('nodeInfo', 'addresses', 'conditions'),
  PersistentVolumeClaim: ALL,
  APIService: ALL,
  Pod: fields(
    'phase',
    'initContainerStatuses',
    'containerStatuses',
    'ephemeralContainerStatuses',
  ),
  Service: fields('loadBalancer'),
  Ingress: fields('loadBalancer'),
  Gateway: fields('addresses', 'conditions', 'listeners'),
  HTTPRoute: fields('parents'),
  GRPCRoute: fields('parents'),
  TLSRoute: fields('parents'),
  TCPRoute: fields('parents'),
  Certificate: fields('conditions', 'notBefore', 'notAfter', 'renewalTime'),
  ExternalSecret: fields('conditions', 'refreshTime'),
  ClusterPolicy: fields('conditions', 'ready'),
  Policy: fields('conditions', 'ready'),
  ValidatingPolicy: fields('conditionStatus'),
  ImageValidatingPolicy: fields('conditionStatus'),
  ClusterAdmissionPolicy: fields('conditions', 'policyStatus', 'mode'),
  AdmissionPolicy: fields('conditions', 'policyStatus', 'mode'),
  Infrastructure: ALL,
  ClusterComplianceReport: ALL,
  KubeletInfo: fields('lastSensed', 'error'),
  ControlPlaneInfo: fields('lastSensed', 'error'),
  CNIInfo: fields('lastSensed', 'error'),
  OpenPorts: fields('lastSensed', 'error'),
};
