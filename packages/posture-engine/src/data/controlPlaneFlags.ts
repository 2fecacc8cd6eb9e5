import { ControlPlaneComponent, FlagRule, FlagTest } from './flagRule';

/**
 * What controls ask of the flags of the control plane.
 * Sources: the command-line reference of each program (kubernetes.io/docs/reference/command-line-tools-reference,
 * etcd.io/docs/v3.6/op-guide/configuration) for names, defaults and removals; CIS Kubernetes Benchmark 1.12 as kube-bench has it
 * (cfg/cis-1.12) for numbers; aquasecurity/trivy-checks for the KCV checks.
 */
export const CONTROL_PLANE_FLAGS: readonly FlagRule[] = [
  ...rulesOf('kube-apiserver', {
    'apiserver-anonymous-auth': [
      {
        flag: 'anonymous-auth',
        asks: equals('false'),
        default: 'true',
        defaultWith: {
          flag: 'authorization-mode',
          names: 'AlwaysAllow',
          default: 'false',
        },
        fileFlag: 'authentication-config',
        cis: '1.2.1',
        kcv: 1,
      },
    ],
    'apiserver-insecure-port': [
      {
        flag: 'insecure-port',
        asks: equals('0'),
        default: '0',
        removedIn: 24,
      },
    ],
    'apiserver-authorization-mode': [
      {
        flag: 'authorization-mode',
        asks: without('AlwaysAllow'),
        default: 'AlwaysAllow',
        fileFlag: 'authorization-config',
        cis: '1.2.6',
        kcv: 7,
      },
      {
        flag: 'authorization-mode',
        asks: including('RBAC'),
        default: 'AlwaysAllow',
        fileFlag: 'authorization-config',
        cis: '1.2.8',
        kcv: 9,
      },
      {
        flag: 'authorization-mode',
        asks: including('Node'),
        default: 'AlwaysAllow',
        fileFlag: 'authorization-config',
        severity: 'high',
        cis: '1.2.7',
        kcv: 8,
      },
    ],
    'apiserver-static-credentials': [
      { flag: 'token-auth-file', asks: { is: 'unset' }, cis: '1.2.2', kcv: 2 },
      {
        flag: 'basic-auth-file',
        asks: { is: 'unset' },
        onlyWhereVisible: true,
      },
    ],
    'apiserver-audit-log': [
      { flag: 'audit-policy-file', asks: { is: 'set' }, cis: '3.2.1' },
      {
        flag: 'audit-log-path',
        orFlag: 'audit-webhook-config-file',
        asks: { is: 'set' },
        cis: '1.2.16',
        kcv: 19,
      },
    ],
    'apiserver-audit-retention': [
      {
        flag: 'audit-log-maxage',
        asks: { is: 'atLeast', value: 30 },
        default: '0',
        cis: '1.2.17',
        kcv: 20,
      },
      {
        flag: 'audit-log-maxbackup',
        asks: { is: 'atLeast', value: 10 },
        default: '0',
        cis: '1.2.18',
        kcv: 21,
      },
      {
        flag: 'audit-log-maxsize',
        asks: { is: 'atLeast', value: 100 },
        default: '0',
        cis: '1.2.19',
        kcv: 22,
      },
    ],
    'secrets-encryption-at-rest': [
      {
        flag: 'encryption-provider-config',
        asks: { is: 'set' },
        cis: '1.2.27',
        kcv: 30,
      },
    ],
    'apiserver-serving-tls': [
      { flag: 'tls-cert-file', asks: { is: 'set' }, cis: '1.2.24', kcv: 27 },
      {
        flag: 'tls-private-key-file',
        asks: { is: 'set' },
        cis: '1.2.24',
        kcv: 27,
      },
      {
        flag: 'tls-min-version',
        asks: { is: 'oneOf', values: ['VersionTLS12', 'VersionTLS13'] },
        default: 'VersionTLS12',
      },
      {
        flag: 'tls-cipher-suites',
        asks: { is: 'strongSuites' },
        earlierDefault: { below: 30, value: 'TLS_RSA_WITH_AES_128_CBC_SHA' },
        severity: 'medium',
        noteIfUnset:
          'the cipher suites are the defaults of Kubernetes, which still offer CBC to clients of TLS 1.2',
        cis: '1.2.29',
      },
    ],
    'apiserver-client-ca': [
      { flag: 'client-ca-file', asks: { is: 'set' }, cis: '1.2.25', kcv: 28 },
    ],
    'apiserver-etcd-tls': [
      { flag: 'etcd-certfile', asks: { is: 'set' }, cis: '1.2.23', kcv: 26 },
      { flag: 'etcd-keyfile', asks: { is: 'set' }, cis: '1.2.23', kcv: 26 },
      { flag: 'etcd-cafile', asks: { is: 'set' }, cis: '1.2.26', kcv: 29 },
      { flag: 'etcd-servers', asks: { is: 'httpsUrls' } },
    ],
    'apiserver-kubelet-tls': [
      {
        flag: 'kubelet-client-certificate',
        asks: { is: 'set' },
        cis: '1.2.4',
        kcv: 5,
      },
      { flag: 'kubelet-client-key', asks: { is: 'set' }, cis: '1.2.4', kcv: 5 },
      {
        flag: 'kubelet-certificate-authority',
        asks: { is: 'set' },
        cis: '1.2.5',
        kcv: 6,
      },
    ],
    'apiserver-admission-core': [
      {
        flag: 'enable-admission-plugins',
        asks: without('AlwaysAdmit'),
        default: '',
        cis: '1.2.10',
        kcv: 11,
      },
      {
        flag: 'disable-admission-plugins',
        asks: without('ServiceAccount'),
        default: '',
        cis: '1.2.12',
        kcv: 14,
      },
      {
        flag: 'disable-admission-plugins',
        asks: without('NamespaceLifecycle'),
        default: '',
        cis: '1.2.13',
        kcv: 15,
      },
      {
        flag: 'disable-admission-plugins',
        asks: without('PodSecurity', 'ValidatingAdmissionPolicy'),
        default: '',
      },
      {
        flag: 'enable-admission-plugins',
        asks: including('NodeRestriction'),
        default: '',
        cis: '1.2.14',
        kcv: 16,
      },
    ],
    'apiserver-admission-extra': [
      {
        flag: 'enable-admission-plugins',
        asks: including('EventRateLimit'),
        default: '',
        cis: '1.2.9',
        kcv: 10,
      },
      {
        flag: 'enable-admission-plugins',
        asks: including('AlwaysPullImages'),
        default: '',
        cis: '1.2.11',
        kcv: 12,
      },
      {
        flag: 'enable-admission-plugins',
        asks: including('DenyServiceExternalIPs'),
        default: '',
        cis: '1.2.3',
      },
    ],
    'apiserver-service-accounts': [
      {
        flag: 'service-account-lookup',
        asks: equals('true'),
        default: 'true',
        cis: '1.2.21',
        kcv: 24,
      },
      {
        flag: 'service-account-key-file',
        orFlag: 'service-account-signing-endpoint',
        asks: { is: 'set' },
        cis: '1.2.22',
        kcv: 25,
      },
      {
        flag: 'service-account-extend-token-expiration',
        asks: equals('false'),
        default: 'true',
        cis: '1.2.30',
      },
    ],
    'apiserver-profiling': [
      {
        flag: 'profiling',
        asks: equals('false'),
        default: 'true',
        cis: '1.2.15',
        kcv: 18,
      },
    ],
    'apiserver-request-timeout': [
      {
        flag: 'request-timeout',
        asks: { is: 'atMostSeconds', value: 300 },
        default: '1m0s',
      },
    ],
  }),
  ...rulesOf('kube-controller-manager', {
    'apiserver-profiling': [
      {
        flag: 'profiling',
        asks: equals('false'),
        default: 'true',
        cis: '1.3.2',
        kcv: 34,
      },
    ],
    'controller-manager-hardening': [
      {
        flag: 'use-service-account-credentials',
        asks: equals('true'),
        default: 'false',
        cis: '1.3.3',
        kcv: 35,
      },
      {
        flag: 'service-account-private-key-file',
        asks: { is: 'set' },
        cis: '1.3.4',
        kcv: 36,
      },
      { flag: 'root-ca-file', asks: { is: 'set' }, cis: '1.3.5', kcv: 37 },
      {
        flag: 'bind-address',
        asks: { is: 'loopback' },
        default: '0.0.0.0',
        cis: '1.3.7',
        kcv: 39,
        importsProveFailuresOnly: true,
      },
      {
        flag: 'terminated-pod-gc-threshold',
        asks: { is: 'atLeast', value: 1 },
        default: '12500',
        noteIfUnset:
          '--terminated-pod-gc-threshold is not set: 12500 ended pods are kept',
        cis: '1.3.1',
        kcv: 33,
      },
    ],
  }),
  ...rulesOf('kube-scheduler', {
    'apiserver-profiling': [
      {
        flag: 'profiling',
        asks: equals('false'),
        default: 'true',
        fileFlag: 'config',
        cis: '1.4.1',
        kcv: 40,
      },
    ],
    'scheduler-hardening': [
      {
        flag: 'bind-address',
        asks: { is: 'loopback' },
        default: '0.0.0.0',
        cis: '1.4.2',
        kcv: 41,
        importsProveFailuresOnly: true,
      },
    ],
  }),
  ...rulesOf('etcd', {
    'etcd-client-tls': [
      { flag: 'cert-file', asks: { is: 'set' }, cis: '2.1', kcv: 42 },
      { flag: 'key-file', asks: { is: 'set' }, cis: '2.1', kcv: 42 },
      {
        flag: 'client-cert-auth',
        asks: equals('true'),
        default: 'false',
        cis: '2.2',
        kcv: 43,
      },
      {
        flag: 'auto-tls',
        asks: equals('false'),
        default: 'false',
        cis: '2.3',
        kcv: 44,
      },
    ],
    'etcd-peer-tls': [
      { flag: 'peer-cert-file', asks: { is: 'set' }, cis: '2.4', kcv: 45 },
      { flag: 'peer-key-file', asks: { is: 'set' }, cis: '2.4', kcv: 45 },
      {
        flag: 'peer-client-cert-auth',
        asks: equals('true'),
        default: 'false',
        cis: '2.5',
        kcv: 46,
      },
      {
        flag: 'peer-auto-tls',
        asks: equals('false'),
        default: 'false',
        cis: '2.6',
        kcv: 47,
      },
    ],
  }),
];

/** The rows of one control. */
export function flagRulesOf(control: string): readonly FlagRule[] {
  return CONTROL_PLANE_FLAGS.filter(rule => rule.control === control);
}

type ComponentRule = Omit<FlagRule, 'control' | 'component'>;

function rulesOf(
  component: ControlPlaneComponent,
  byControl: Readonly<Record<string, readonly ComponentRule[]>>,
): readonly FlagRule[] {
  return Object.entries(byControl).flatMap(([control, rules]) =>
    rules.map(rule => ({ control, component, ...rule })),
  );
}

function equals(value: string): FlagTest {
  return { is: 'equals', value };
}

function including(value: string): FlagTest {
  return { is: 'including', value };
}

function without(...values: readonly string[]): FlagTest {
  return { is: 'without', values };
}
