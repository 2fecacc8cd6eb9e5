import { JsonObject } from '../read/typedReads';
import { KubernetesObject } from './kubernetesObject';

/** What `/flagz` of an API server says: the value of each flag by its name without dashes, secrets redacted by the server. */
export interface ApiServerFlags {
  readonly flags: Readonly<Record<string, string>>;
}

/** One line of an API server's `/metrics`. */
export interface MetricSample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** The metrics that the scanner keeps of `/metrics`; all other lines are dropped unread. */
export const API_SERVER_METRICS: readonly string[] = [
  'apiserver_audit_event_total',
  'apiserver_storage_transformation_operations_total',
  'kubernetes_build_info',
  'kubernetes_feature_enabled',
  'pod_security_evaluations_total',
];

/** The ConfigMaps of `kube-system` that the scanner gets by name: how the cluster was set up, never what runs on it. */
export const KUBE_SYSTEM_CONFIG_MAPS: readonly string[] = [
  'amazon-vpc-cni',
  'aws-auth',
  'cilium-config',
  'kube-proxy',
  'kube-proxy-config',
  'kubeadm-config',
  'kubelet-config',
];

/** One kind that an API server serves, by discovery. */
export interface ServedResource {
  readonly group: string;
  readonly plural: string;
}

/** A document of another tool that was posted to the API. */
export interface ImportedDocument {
  /** `kube-bench`, `audit-policy`, or the id of an importer that a backend module adds. */
  readonly kind: string;
  /** Epoch milliseconds. */
  readonly receivedAt: number;
  /** The node that it is about, where it is about one. */
  readonly node?: string;
  readonly document: JsonObject;
}

/** What a probe of the API server's address saw from outside. Off unless an adopter asks for it. */
export type ProbeResult =
  | {
      /** `GET /api/v1/namespaces` without credentials. */
      readonly probe: 'anonymousRequest';
      readonly status: number;
      /** True where the answer names `system:anonymous`. */
      readonly namesAnonymous: boolean;
    }
  | {
      /** A TLS handshake. */
      readonly probe: 'tls';
      /** `TLSv1.3`. */
      readonly version: string;
      readonly cipher: string;
      /** Whether a handshake of TLS 1.1 or older was refused; undefined where that could not be tried. */
      readonly refusesOldVersions?: boolean;
      /** Epoch milliseconds. */
      readonly notBefore: number;
      readonly notAfter: number;
    }
  | {
      /** What the name of the API server resolves to, as seen from the scanner. */
      readonly probe: 'addresses';
      readonly host: string;
      readonly addresses: readonly string[];
    }
  | {
      /** A SubjectAccessReview: may this user list Secrets everywhere? */
      readonly probe: 'accessReview';
      readonly user: 'anonymous' | 'madeUp';
      readonly allowed: boolean;
    };

/** What a sweep brings home beside lists of the API, by the name under which an inventory keeps it. */
export interface EvidenceLists {
  /** Mirror pods: the static pods of control plane nodes, with their flags. */
  readonly staticPods: KubernetesObject;
  /** The ConfigMaps of KUBE_SYSTEM_CONFIG_MAPS that there are. */
  readonly kubeSystemConfigMaps: KubernetesObject;
  /** One item where the API server answers `/flagz`. */
  readonly apiServerFlags: ApiServerFlags;
  /** Samples of API_SERVER_METRICS. */
  readonly apiServerMetrics: MetricSample;
  readonly servedResources: ServedResource;
  readonly imports: ImportedDocument;
  readonly probes: ProbeResult;
}

/** Name of a list of evidence in an inventory. */
export type EvidenceList = keyof EvidenceLists;

/** All names of lists of evidence. */
export const EVIDENCE_LISTS: readonly EvidenceList[] = [
  'staticPods',
  'kubeSystemConfigMaps',
  'apiServerFlags',
  'apiServerMetrics',
  'servedResources',
  'imports',
  'probes',
];
