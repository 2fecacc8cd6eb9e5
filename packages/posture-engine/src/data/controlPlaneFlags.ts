import { API_SERVER_FLAGS } from './apiServerFlags';
import { ControlPlaneComponent, FlagRule, RulesByControl } from './flagRule';
import { equals } from './flagTests';

/**
 * What controls ask of the flags of the control plane.
 * Sources: the command-line reference of each program (kubernetes.io/docs/reference/command-line-tools-reference,
 * etcd.io/docs/v3.6/op-guide/configuration) for names, defaults and removals; CIS Kubernetes Benchmark 1.12 as kube-bench has it
 * (cfg/cis-1.12) for numbers; aquasecurity/trivy-checks for the KCV checks.
 */
export const CONTROL_PLANE_FLAGS: readonly FlagRule[] = [
  ...rulesOf('kube-apiserver', API_SERVER_FLAGS),
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

function rulesOf(
  component: ControlPlaneComponent,
  byControl: RulesByControl,
): readonly FlagRule[] {
  return Object.entries(byControl).flatMap(([control, rules]) =>
    rules.map(rule => ({ control, component, ...rule })),
  );
}
