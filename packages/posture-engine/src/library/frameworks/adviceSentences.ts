/** One sentence of general advice on hardening Kubernetes, and the controls that answer it. */
export interface AdviceSentence {
  /** `S0`: from an essay on hardening; `S4`: from a news article on the NSA/CISA guide. */
  readonly id: string;
  /** In short words of our own. */
  readonly sentence: string;
  readonly controls: readonly string[];
}

/** What people are told to do before they read a standard. */
export const ADVICE_SENTENCES: readonly AdviceSentence[] = [
  {
    id: 'S0.1',
    sentence: 'Follow new vulnerabilities, and have a procedure for patches',
    controls: [
      'ingress-nginx-eol',
      'cluster-version-supported',
      'cluster-version-patch',
      'cluster-known-cves',
    ],
  },
  {
    id: 'S0.2',
    sentence: 'Know the vulnerabilities of Kubernetes itself',
    controls: [
      'subpath-cve-2021-25741',
      'ingress-nginx-snippets',
      'cluster-known-cves',
    ],
  },
  {
    id: 'S0.3',
    sentence:
      'Mind the vulnerabilities of what images are made of, and where they come from',
    controls: [
      'image-digest',
      'image-registry',
      'image-vulnerabilities',
      'image-os-supported',
      'image-signed',
      'sbom-present',
    ],
  },
  {
    id: 'S0.4',
    sentence: 'Do not run as root',
    controls: ['run-as-non-root', 'run-as-root-user'],
  },
  {
    id: 'S0.5',
    sentence: 'Scan containers and pods for vulnerabilities and mistakes',
    controls: [
      'image-vulnerabilities',
      'image-scan-fresh',
      'vulnerability-scanning-present',
    ],
  },
  {
    id: 'S0.6',
    sentence: 'Give containers and pods as few privileges as they need',
    controls: [
      'privileged-container',
      'runtime-socket-mount',
      'drop-all-capabilities',
      'dangerous-capabilities',
    ],
  },
  {
    id: 'S0.7',
    sentence: 'Ask for strong authentication and authorisation',
    controls: [
      'apiserver-authorization-mode',
      'apiserver-static-credentials',
      'apiserver-user-auth',
    ],
  },
  {
    id: 'S0.8',
    sentence: 'Divide the network into segments',
    controls: [
      'network-policy-coverage',
      'namespace-default-deny-ingress',
      'namespace-default-deny-egress',
    ],
  },
  {
    id: 'S0.9',
    sentence: 'Let firewalls limit access over the network',
    controls: [
      'host-port',
      'namespace-default-deny-egress',
      'metadata-api-blocked',
      'service-exposure',
      'service-external-ips',
      'management-interface-exposed',
      'apiserver-private-endpoint',
      'control-plane-firewall',
      'node-public-ip',
    ],
  },
  {
    id: 'S0.10',
    sentence: 'Encrypt what is confidential',
    controls: [
      'ingress-tls',
      'secrets-encryption-at-rest',
      'traffic-encryption',
    ],
  },
  {
    id: 'S0.11',
    sentence: 'Review all settings regularly, and scan for vulnerabilities',
    controls: [
      'image-scan-fresh',
      'vulnerability-scanning-present',
      'settings-review',
    ],
  },
  {
    id: 'S0.12',
    sentence: 'Record audit logs, watch them, and raise alerts',
    controls: [
      'apiserver-audit-log',
      'audit-policy-coverage',
      'runtime-threat-detection',
      'log-aggregation',
      'siem-alerting',
    ],
  },
  {
    id: 'S0.13',
    sentence: 'Keep images where they are safe',
    controls: [
      'image-tag',
      'image-digest',
      'image-registry',
      'image-pull-policy',
      'image-signed',
      'apiserver-admission-extra',
    ],
  },
  {
    id: 'S0.14',
    sentence: 'Scan images for vulnerabilities',
    controls: [
      'image-vulnerabilities',
      'image-scan-fresh',
      'vulnerability-scanning-present',
    ],
  },
  {
    id: 'S0.15',
    sentence: 'Watch over the security of the container runtime',
    controls: [
      'sandboxed-runtime',
      'node-runtime-supported',
      'runtime-threat-detection',
    ],
  },
  {
    id: 'S0.16',
    sentence: 'Switch RBAC on, and check that it stays on',
    controls: ['apiserver-authorization-mode'],
  },
  {
    id: 'S0.17',
    sentence: 'Check and review RBAC regularly',
    controls: ['rbac-unused-roles', 'settings-review'],
  },
  {
    id: 'S0.18',
    sentence: 'Give users and service accounts as few rights as they need',
    controls: [
      'sa-token-automount',
      'default-service-account',
      'sa-exists',
      'rbac-wildcard',
      'rbac-secrets-read',
      'rbac-pod-exec',
      'rbac-escalate',
      'rbac-authenticated',
      'rbac-default-sa',
      'workload-sa-privileges',
    ],
  },
  {
    id: 'S0.19',
    sentence:
      'Give no rights over the whole cluster, least of all cluster-admin, without need',
    controls: ['rbac-cluster-admin', 'rbac-system-masters'],
  },
  {
    id: 'S0.20',
    sentence: 'Take care of the tokens of service accounts',
    controls: ['sa-token-automount', 'rbac-default-sa', 'sa-long-lived-token'],
  },
  {
    id: 'S0.21',
    sentence: 'Encrypt data at rest and backups, and limit who reads etcd',
    controls: ['secrets-encryption-at-rest', 'backup-encryption'],
  },
  {
    id: 'S0.22',
    sentence: 'Use TLS between the API server and kubelets',
    controls: ['apiserver-kubelet-tls', 'kubelet-client-ca'],
  },
  {
    id: 'S0.23',
    sentence: 'Use TLS between users and the API server',
    controls: ['ingress-tls', 'apiserver-serving-tls'],
  },
  {
    id: 'S0.24',
    sentence: 'Let secrets and credentials live for a short time',
    controls: [
      'rbac-token-create',
      'sa-long-lived-token',
      'secret-rotation',
      'certificate-lifetime',
      'apiserver-service-accounts',
    ],
  },
  {
    id: 'S0.25',
    sentence: 'Let certificates live for a short time, and rotate them',
    controls: ['certificate-lifetime', 'kubelet-serving-tls'],
  },
  {
    id: 'S0.26',
    sentence:
      'Keep the API endpoint private, and nodes without public addresses',
    controls: ['apiserver-private-endpoint', 'node-public-ip'],
  },
  {
    id: 'S0.27',
    sentence: 'Follow the CIS benchmark',
    controls: ['settings-review', 'cis-benchmark-report'],
  },
  {
    id: 'S0.28',
    sentence: 'Patch nodes, and protect them against malware',
    controls: [
      'node-version-skew',
      'node-os-supported',
      'node-runtime-supported',
      'kubelet-misc',
      'node-file-permissions',
      'node-endpoint-protection',
    ],
  },
  {
    id: 'S0.29',
    sentence: 'Let traffic from outside come in through a gateway',
    controls: ['service-exposure'],
  },
  {
    id: 'S0.30',
    sentence: 'Limit which ports of nodes the network reaches',
    controls: [
      'service-exposure',
      'control-plane-firewall',
      'kube-proxy-metrics',
      'node-public-ip',
      'node-access',
    ],
  },
  {
    id: 'S0.31',
    sentence: 'Limit SSH to nodes',
    controls: ['ssh-in-container', 'node-access'],
  },
  {
    id: 'S0.32',
    sentence: 'Give pods network policies',
    controls: ['network-policy-coverage', 'namespace-default-deny-ingress'],
  },
  {
    id: 'S0.33',
    sentence: 'Use a network plugin that enforces policies',
    controls: ['cni-supports-network-policy'],
  },
  {
    id: 'S0.34',
    sentence: 'Add access lists of hosts to network policies',
    controls: ['network-policy-coverage', 'node-access'],
  },
  {
    id: 'S0.35',
    sentence: 'Give pods a security context',
    controls: [
      'allow-privilege-escalation',
      'run-as-non-root',
      'read-only-root-fs',
      'drop-all-capabilities',
      'seccomp-profile',
      'admission-policy-engine',
    ],
  },
  {
    id: 'S0.36',
    sentence:
      'Forbid privileged pods, and the file system, network and ports of the host, by policy',
    controls: [
      'privileged-container',
      'host-pid',
      'host-ipc',
      'host-network',
      'host-port',
      'host-path-volume',
      'namespace-psa-enforced',
      'admission-policy-engine',
    ],
  },
  {
    id: 'S0.37',
    sentence: 'Detect what is not normal, and act on it',
    controls: ['runtime-threat-detection', 'siem-alerting'],
  },
  {
    id: 'S4.1',
    sentence: 'Scan containers and pods for flaws and misconfigurations',
    controls: [
      'image-vulnerabilities',
      'image-scan-fresh',
      'vulnerability-scanning-present',
    ],
  },
  {
    id: 'S4.2',
    sentence: 'Run pods and containers with the fewest privileges',
    controls: [
      'privileged-container',
      'drop-all-capabilities',
      'dangerous-capabilities',
      'proc-mount',
      'unsafe-sysctls',
      'restricted-volume-types',
      'probe-host-field',
      'sa-token-automount',
      'memory-limit',
      'cpu-limit',
      'resource-quota',
      'limit-range',
      'resilience-to-dos',
    ],
  },
  {
    id: 'S4.3',
    sentence: 'Separate the network',
    controls: [
      'network-policy-coverage',
      'namespace-default-deny-ingress',
      'namespace-default-deny-egress',
      'metadata-api-blocked',
    ],
  },
  {
    id: 'S4.4',
    sentence: 'Authenticate strongly',
    controls: ['apiserver-static-credentials', 'apiserver-user-auth'],
  },
  {
    id: 'S4.5',
    sentence: 'Configure firewalls properly',
    controls: [
      'apiserver-private-endpoint',
      'control-plane-firewall',
      'node-public-ip',
      'node-access',
    ],
  },
  {
    id: 'S4.6',
    sentence: 'Keep audit logs',
    controls: ['apiserver-audit-log', 'audit-policy-coverage', 'siem-alerting'],
  },
  {
    id: 'S4.7',
    sentence: 'Review all settings regularly',
    controls: ['settings-review'],
  },
  {
    id: 'S4.8',
    sentence: 'Install updates, patches and upgrades',
    controls: ['cluster-version-supported', 'cluster-version-patch'],
  },
  {
    id: 'S4.9',
    sentence: 'Build containers that run as a user other than root',
    controls: ['run-as-non-root', 'user-namespace', 'image-runs-as-root'],
  },
  {
    id: 'S4.10',
    sentence: 'Make file systems immutable',
    controls: ['read-only-root-fs'],
  },
  {
    id: 'S4.11',
    sentence: 'Scan images',
    controls: ['image-vulnerabilities', 'image-scan-fresh'],
  },
  {
    id: 'S4.12',
    sentence: 'Enforce a minimum of security by a policy for pods',
    controls: [
      'namespace-psa-enforced',
      'namespace-psa-level',
      'apiserver-admission-core',
      'admission-policy-engine',
    ],
  },
  {
    id: 'S4.13',
    sentence: 'Prevent privileged containers',
    controls: ['privileged-container', 'windows-host-process'],
  },
  {
    id: 'S4.14',
    sentence:
      'Deny what is often abused: hostPID, hostIPC, hostNetwork, host paths',
    controls: [
      'host-pid',
      'host-ipc',
      'host-network',
      'host-path-volume',
      'pv-host-path',
      'runtime-socket-mount',
      'sensitive-host-path',
      'dangerous-capabilities',
    ],
  },
  {
    id: 'S4.15',
    sentence: 'Reject containers that run as root or may become root',
    controls: [
      'allow-privilege-escalation',
      'run-as-non-root',
      'run-as-root-user',
      'run-as-root-group',
    ],
  },
  {
    id: 'S4.16',
    sentence: 'Use SELinux, AppArmor and seccomp',
    controls: [
      'seccomp-unconfined',
      'seccomp-profile',
      'apparmor-profile',
      'selinux-options',
      'lsm-hardening',
    ],
  },
  {
    id: 'S4.17',
    sentence: 'Lock down control plane nodes with a firewall and RBAC',
    controls: [
      'management-interface-exposed',
      'rbac-cluster-admin',
      'rbac-nodes-proxy',
      'rbac-system-masters',
      'apiserver-profiling',
      'apiserver-private-endpoint',
      'control-plane-firewall',
      'control-plane-node-isolation',
      'control-plane-file-permissions',
      'kubelet-read-only-port',
    ],
  },
  {
    id: 'S4.18',
    sentence: 'Limit access to etcd',
    controls: [
      'apiserver-etcd-tls',
      'etcd-client-tls',
      'etcd-peer-tls',
      'etcd-unique-ca',
      'etcd-network-restricted',
    ],
  },
  {
    id: 'S4.19',
    sentence: 'Use TLS between the parts of the control plane',
    controls: [
      'apiserver-insecure-port',
      'apiserver-serving-tls',
      'apiserver-client-ca',
      'apiserver-etcd-tls',
      'apiserver-kubelet-tls',
      'etcd-client-tls',
      'etcd-peer-tls',
      'controller-manager-hardening',
      'scheduler-hardening',
      'kubelet-client-ca',
      'kubelet-serving-tls',
    ],
  },
  {
    id: 'S4.20',
    sentence: 'Isolate resources and namespaces by network policies',
    controls: [
      'workload-default-namespace',
      'workload-in-system-namespace',
      'network-policy-coverage',
      'namespace-default-deny-ingress',
      'namespace-default-deny-egress',
      'network-policy-effective',
      'namespace-boundaries',
    ],
  },
  {
    id: 'S4.21',
    sentence: 'Keep credentials in Secrets, not in configuration files',
    controls: [
      'secrets-in-env',
      'secrets-in-configmap',
      'secrets-as-env',
      'image-exposed-secrets',
    ],
  },
  {
    id: 'S4.22',
    sentence: 'Encrypt Secrets',
    controls: [
      'secrets-encryption-at-rest',
      'encryption-provider-strength',
      'external-secret-store',
    ],
  },
  {
    id: 'S4.23',
    sentence: 'Switch anonymous login off',
    controls: [
      'rbac-anonymous',
      'apiserver-anonymous-auth',
      'kubelet-anonymous-auth',
    ],
  },
  {
    id: 'S4.24',
    sentence: 'Authenticate users strongly',
    controls: ['apiserver-static-credentials', 'apiserver-user-auth'],
  },
  {
    id: 'S4.25',
    sentence: 'Limit administrators, users and service accounts by RBAC',
    controls: [
      'rbac-cluster-admin',
      'rbac-wildcard',
      'rbac-secrets-read',
      'rbac-pod-exec',
      'rbac-create-workloads',
      'rbac-escalate',
      'rbac-persistent-volumes',
      'rbac-nodes-proxy',
      'rbac-csr-approve',
      'rbac-webhooks',
      'rbac-token-create',
      'rbac-anonymous',
      'rbac-authenticated',
      'workload-sa-privileges',
      'apiserver-authorization-mode',
      'kubelet-authorization',
    ],
  },
  {
    id: 'S4.26',
    sentence: 'Switch audit logging on',
    controls: ['apiserver-audit-log'],
  },
  {
    id: 'S4.27',
    sentence: 'Persist logs',
    controls: ['apiserver-audit-retention', 'log-aggregation'],
  },
  { id: 'S4.28', sentence: 'Collect metrics', controls: ['metrics-logger'] },
  {
    id: 'S4.29',
    sentence: 'Apply patches at once',
    controls: [
      'image-os-supported',
      'cluster-version-supported',
      'cluster-version-patch',
      'cluster-known-cves',
      'node-version-skew',
      'node-os-supported',
    ],
  },
  {
    id: 'S4.30',
    sentence: 'Scan for vulnerabilities and test for penetration periodically',
    controls: [
      'image-vulnerabilities',
      'image-scan-fresh',
      'vulnerability-scanning-present',
      'penetration-test',
    ],
  },
  {
    id: 'S4.31',
    sentence: 'Remove components that are not needed',
    controls: ['ingress-nginx-eol', 'rbac-unused-roles', 'unused-components'],
  },
];
