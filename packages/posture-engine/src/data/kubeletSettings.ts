import { FlagQuestion } from './flagRule';

/** What the reports of other tools prove of a setting, where they judge it by another rule than we do. */
export type ImportProof = 'passes' | 'failures';

/** One row of the table of kubelet settings: what a control asks of one of them. */
export interface KubeletSetting extends FlagQuestion {
  /** Id of the control. */
  readonly control: string;
  /** What holds where the kubelet has no configuration file, if that differs from `default`. */
  readonly defaultWithoutFile?: string;
  /** True where kubelets on Windows do not have it. */
  readonly linuxOnly?: boolean;
  /** True where the control passes, with a note, although nothing shows it. */
  readonly mayStayUnknown?: boolean;
  /** True where cloud providers set it on their nodes, so that it is not asked there. */
  readonly setByProviders?: boolean;
  /** Number of the recommendation in CIS 1.12, by which kube-bench reports it. */
  readonly cis?: string;
  /** Number of Trivy's check: 79 for `KCV-0079`. */
  readonly kcv?: number;
  /** Absent: both. */
  readonly kubeBenchProves?: ImportProof;
  readonly trivyProves?: ImportProof;
}

/**
 * What controls ask of kubelets.
 * Sources: KubeletConfiguration v1beta1 (kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1) for names and defaults;
 * k8s.io/kubernetes, cmd/kubelet/app/options (applyLegacyDefaults) for those without a file; CIS Kubernetes Benchmark 1.12 as kube-bench
 * has it (cfg/cis-1.12/node.yaml); aquasecurity/trivy-checks (cisbenchmarks/kubelet), whose checks pass or fail where they saw no value.
 */
export const KUBELET_SETTINGS: readonly KubeletSetting[] = [
  {
    control: 'kubelet-anonymous-auth',
    flag: 'anonymous-auth',
    asks: { is: 'equals', value: 'false' },
    default: 'false',
    defaultWithoutFile: 'true',
    cis: '4.2.1',
    kcv: 79,
    trivyProves: 'failures',
  },
  {
    control: 'kubelet-authorization',
    flag: 'authorization-mode',
    asks: { is: 'without', values: ['AlwaysAllow'] },
    default: 'Webhook',
    defaultWithoutFile: 'AlwaysAllow',
    cis: '4.2.2',
    kcv: 80,
  },
  {
    control: 'kubelet-client-ca',
    flag: 'client-ca-file',
    asks: { is: 'set' },
    cis: '4.2.3',
    kcv: 81,
  },
  {
    control: 'kubelet-read-only-port',
    flag: 'read-only-port',
    asks: { is: 'equals', value: '0' },
    default: '0',
    defaultWithoutFile: '10255',
    cis: '4.2.4',
    kcv: 82,
    kubeBenchProves: 'failures',
    trivyProves: 'failures',
  },
  ...['tls-cert-file', 'tls-private-key-file'].map(
    (flag, index): KubeletSetting => ({
      control: 'kubelet-serving-tls',
      flag,
      orFlag: 'rotate-server-certificates',
      orAsks: { is: 'equals', value: 'true' },
      asks: { is: 'set' },
      cis: '4.2.9',
      kcv: 88 + index,
      kubeBenchProves: 'passes',
      trivyProves: 'passes',
    }),
  ),
  {
    control: 'kubelet-serving-tls',
    flag: 'tls-min-version',
    asks: { is: 'oneOf', values: ['VersionTLS12', 'VersionTLS13'] },
    default: 'VersionTLS12',
  },
  {
    control: 'kubelet-serving-tls',
    flag: 'tls-cipher-suites',
    asks: { is: 'strongSuites' },
    earlierDefault: { below: 30, value: 'TLS_RSA_WITH_AES_128_CBC_SHA' },
    noteIfUnset:
      'the cipher suites are the defaults of Kubernetes, which still offer CBC to clients of TLS 1.2',
    cis: '4.2.12',
    kcv: 92,
    trivyProves: 'passes',
  },
  {
    control: 'kubelet-misc',
    flag: 'streaming-connection-idle-timeout',
    asks: { is: 'atLeastSeconds', value: 1 },
    default: '4h0m0s',
    cis: '4.2.5',
    kcv: 85,
  },
  {
    control: 'kubelet-misc',
    flag: 'make-iptables-util-chains',
    asks: { is: 'equals', value: 'true' },
    default: 'true',
    linuxOnly: true,
    cis: '4.2.6',
    kcv: 84,
  },
  {
    control: 'kubelet-misc',
    flag: 'hostname-override',
    asks: { is: 'unset' },
    severity: 'info',
    mayStayUnknown: true,
    setByProviders: true,
    cis: '4.2.7',
    kcv: 86,
  },
  {
    control: 'kubelet-misc',
    flag: 'event-qps',
    asks: { is: 'atLeast', value: 0 },
    default: '50',
    cis: '4.2.8',
    kcv: 87,
  },
  {
    control: 'kubelet-misc',
    flag: 'pod-max-pids',
    asks: { is: 'atLeast', value: 1 },
    default: '-1',
    linuxOnly: true,
    cis: '4.2.13',
  },
  {
    control: 'kubelet-misc',
    flag: 'seccomp-default',
    asks: { is: 'equals', value: 'true' },
    default: 'false',
    linuxOnly: true,
  },
];

/** The names in a KubeletConfiguration of the settings that flags set as well. `hostname-override` has none. */
export const KUBELET_CONFIG_PATHS: ReadonlyMap<string, string> = new Map([
  ['anonymous-auth', 'authentication.anonymous.enabled'],
  ['authorization-mode', 'authorization.mode'],
  ['client-ca-file', 'authentication.x509.clientCAFile'],
  ['read-only-port', 'readOnlyPort'],
  ['tls-cert-file', 'tlsCertFile'],
  ['tls-private-key-file', 'tlsPrivateKeyFile'],
  ['rotate-server-certificates', 'serverTLSBootstrap'],
  ['tls-min-version', 'tlsMinVersion'],
  ['tls-cipher-suites', 'tlsCipherSuites'],
  ['streaming-connection-idle-timeout', 'streamingConnectionIdleTimeout'],
  ['make-iptables-util-chains', 'makeIPTablesUtilChains'],
  ['event-qps', 'eventRecordQPS'],
  ['pod-max-pids', 'podPidsLimit'],
  ['seccomp-default', 'seccompDefault'],
]);

/** What k3s and RKE2 give every kubelet by themselves (k3s-io/k3s, pkg/daemons/agent), beside what their arguments change. */
export const K3S_KUBELET_DEFAULTS: ReadonlyMap<string, string> = new Map([
  ['anonymous-auth', 'false'],
  ['authorization-mode', 'Webhook'],
  ['client-ca-file', 'a file of k3s'],
  ['read-only-port', '0'],
  ['tls-cert-file', 'a file of k3s'],
  ['tls-private-key-file', 'a file of k3s'],
]);

/** The rows of one control. */
export function kubeletSettingsOf(control: string): readonly KubeletSetting[] {
  return KUBELET_SETTINGS.filter(setting => setting.control === control);
}
