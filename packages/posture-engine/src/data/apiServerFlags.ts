import { equals, including, without } from './flagTests';
import { RulesByControl } from './flagRule';

/** What controls ask of the flags of the API server: a part of the table CONTROL_PLANE_FLAGS, which names the sources. */
export const API_SERVER_FLAGS: RulesByControl = {
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
};
