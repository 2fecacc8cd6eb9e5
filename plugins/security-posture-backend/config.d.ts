import { HumanDuration } from '@backstage/types';

export interface Config {
  /** Security Posture. Every key is optional: a portal whose kubernetes plugin has clusters needs none of them. */
  securityPosture?: {
    clusters?: {
      /**
       * Further auth providers of clusters that are read without a user, beside serviceAccount, aws, azure,
       * googleServiceAccount and localKubectlProxy. Name one only if its strategy always yields a credential of its own:
       * where it yields none, the kubernetes plugin hands the portal's own token to the cluster. Default: none.
       */
      authProviders?: string[];
      /** Names of clusters that are production. Where there is one, readiness counts only what runs there. Default: none. */
      production?: string[];
      /**
       * Names of clusters whose API server is also looked at from outside, as anybody could: a request without credentials,
       * a TLS handshake, the addresses of its name, and what an anonymous user may do. Ask those who watch the cluster first.
       * Only clusters of a locator of type `config` can be probed. Default: none.
       */
      probe?: string[];
      /**
       * Id of the cluster reader that reads all clusters: one that a backend module adds, or `kubernetes`, which reads
       * through the kubernetes plugin. Default: the one that a module adds, else `kubernetes`.
       */
      reader?: string;
    };
    sweeps?: {
      /** Hours between two sweeps of a cluster: a divisor of 24. Default: 6. */
      everyHours?: 1 | 2 | 3 | 4 | 6 | 8 | 12 | 24;
      /** Most clusters that one replica sweeps at once. Default: 2. */
      maxConcurrent?: number;
      /** Longest time that one sweep may take; after it another replica may begin. Default: 15 minutes. */
      timeout?: HumanDuration;
    };
    collect?: {
      /** Read ConfigMaps, to look for credentials in them. Their values are never stored. Default: false. */
      configMaps?: boolean;
      /**
       * Read the metadata of Secrets, to find long-lived tokens and old Secrets. Their contents are never asked for, but
       * Kubernetes knows no such right: the account of the kubernetes plugin then may list Secrets whole. Default: false.
       */
      secretMetadata?: boolean;
      /**
       * Read the vulnerability reports, SBOMs and configuration scans of Kubescape's own API server: one request for each,
       * at most 500 a sweep; a kind with more than that is left unread. Default: false.
       */
      kubescapeReports?: boolean;
    };
    profiles?: {
      /** Id of the profile that entities are scored over, of those that backend modules add. Default: `workload`. */
      workload?: string;
      /** Id of the profile that clusters are scored over, of those that backend modules add. Default: `cluster`. */
      cluster?: string;
    };
    readiness?: {
      /** Id of a readiness policy that a backend module adds; the keys below go before it. Default: `default`. */
      policy?: string;
      /** Least coverage of a service that is ready, in percent. Default: that of the policy, 90. */
      coverage?: number;
      /** Longest time since the last complete sweep of a service that is ready. Default: that of the policy, 24 hours. */
      freshness?: HumanDuration;
    };
    exemptions?: {
      /**
       * Refs of the groups whose members approve, deny, shorten and revoke exemptions, as far as the permission
       * `security-posture.exemption.approve` lets them. Default: none, and then nobody does.
       */
      approvers?: string[];
      /** Longest life of an exemption that covers a critical or high finding, in days. Default: 90. */
      maxDaysGrave?: number;
      /** Longest life of any other exemption, in days. Default: 365. */
      maxDays?: number;
      /**
       * Take the annotation `security-posture.io/exempt` of a workload for an approved exemption, as long as it says why and
       * until when, and covers nothing critical or high. Default: false, an annotation is a request.
       */
      approveAnnotations?: boolean;
    };
    notifications?: {
      /**
       * Tell people what happens to what they own, through the portal's notifications where it has them: owners of what is no
       * longer ready, or has new critical or high findings; those who decide on exemptions, and those who asked for them.
       * Default: true.
       */
      enabled?: boolean;
      /** Refs of the groups that are told of clusters that do not answer. Default: none. */
      clusterRecipients?: string[];
      /** Day of the week on which each team is told how its services stand: 1 is Monday, 7 Sunday. Default: 1. */
      digestDay?: 1 | 2 | 3 | 4 | 5 | 6 | 7;
    };
    retention?: {
      /** Days for which findings, workloads, sweeps and the like are kept after they ended. Default: 90. */
      detailDays?: number;
      /** Days for which scores and counts of past days are kept; at least `detailDays`. Default: 400. */
      scoreDays?: number;
    };
    /**
     * Data tables that this site brings along in place of those of the plugin, for portals without a way to the internet:
     * each a path, or an https address that is read once a day. A table that cannot be used is logged, and the last good one
     * goes on. Their form is that of the files in `src/data/tables` of security-posture-engine. Default: none.
     */
    data?: {
      /** Until when Kubernetes, managed services, node systems and container runtimes are supported. */
      supportDates?: string;
      /** Vulnerabilities of Kubernetes and of what runs beside it. */
      knownCves?: string;
      /** Programs that controls look for, by their images. */
      agents?: string;
      /** Distributions and managed services of Kubernetes. */
      providers?: string;
      /** Checks of other tools, and the controls that they answer. */
      toolIds?: string;
      /** Recommendations of the CIS benchmarks by edition, and the controls that answer them. */
      cisIds?: string;
      /** Sysctls that Pod Security Admission allows, by version. */
      safeSysctls?: string;
      /** Capabilities that are harmless to add, and those that lead out of a container. */
      capabilities?: string;
      /** Sockets of container runtimes. */
      runtimeSockets?: string;
      /** Bindings that distributions make for themselves. */
      builtInBindings?: string;
    };
    controls?: {
      /** Registries that images may come from, as hosts or as suffixes with a leading dot. Default: not judged. */
      trustedRegistries?: string[];
      /** Ask for a CPU limit even where a CPU request is set. Default: false. */
      requireCpuLimit?: boolean;
      /** Fail containers that set no group. Default: false. */
      requireRunAsGroup?: boolean;
      /** Days after which a report of an image scanner is stale. Default: 7. */
      imageReportDays?: number;
      /** Days after which a Secret that nobody wrote again is old. Default: 180. */
      secretMaxAgeDays?: number;
      /** Days that a team has to take in the fix of a high vulnerability, from its publication. Default: 30. */
      vulnerabilityGraceDays?: number;
      /**
       * Namespaces of the cluster itself, which are not asked for what every other namespace is: quotas, default policies.
       * Default: kube-system, kube-public and kube-node-lease.
       */
      systemNamespaces?: string[];
      /** Accept PersistentVolumes on a path of their node, as development clusters need them. Default: false. */
      allowHostPathVolumes?: boolean;
    };
  };
}
