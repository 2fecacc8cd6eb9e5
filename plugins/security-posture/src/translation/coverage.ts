/** Texts of the board's page of coverage. */
export const coverageMessages = {
  loading: 'Loading the coverage',
  verdict: {
    workloads_one: '{{swept}} of {{count}} workload was scanned lately',
    workloads_other: '{{swept}} of {{count}} workloads were scanned lately',
    none: 'No workload was scanned yet',
    entities:
      '{{met}} of {{expected}} services that ask for workloads have some; {{owned}} of {{known}} workloads belong to a service.',
    noEntities: 'No service of the catalog asks for workloads.',
  },
  clusters: {
    title: 'Clusters',
    label: 'Clusters, and what was not judged in them',
    cluster: 'Cluster',
    state: 'State',
    gaps: 'Not judged on the whole cluster',
    none: 'nothing',
    everything: 'everything',
    controls_one: '{{count}} control',
    controls_other: '{{count}} controls',
    silent: 'what was judged last is kept and marked as stale',
    since: 'first {{time}}',
    rights: 'See rights and reports',
    hidden: {
      title: 'You may not see clusters',
      description:
        'Ask the people who run this portal for the permission {{permission}}. Services are counted below without them.',
    },
    empty: {
      title: 'No cluster is connected',
      description:
        'The clusters of the kubernetes plugin are scanned: name some in kubernetes.clusterLocatorMethods of the configuration.',
    },
  },
  mend: {
    forbidden:
      'Give the scanner the right to list it. The page of the cluster has the exact lines of the ClusterRole.',
    unreachable:
      'This list did not answer. It is asked again with the next scan.',
    needsUserCredentials:
      'Give the cluster an auth provider of its own, such as serviceAccount, in the kubernetes configuration.',
    controlPlaneNotVisible:
      'Import a kube-bench report of the control plane, or attest it on the page of the cluster.',
    noReport:
      'Install the tool that writes the reports, such as Trivy Operator, or import a report.',
    staleReport: 'Let the tool that writes the reports run again.',
    digestMismatch: 'Let the tool report on the images that run now.',
    staleData: 'Update the plugin: it brings newer tables.',
    manual:
      'Only a person can answer this. Attest it on the page of the cluster.',
    probeOff:
      'Switch the probe on in the configuration: securityPosture.probes.',
    partial: 'A part could not be read. It is asked again with the next scan.',
    tooLarge: 'The answer is over 64 MB. Fewer objects of this kind help.',
    parseError: 'A value has the wrong type. Mend the object it is in.',
    unsupportedVersion:
      'Upgrade the cluster, or the plugin where the cluster is newer.',
    controlError: 'The control failed. Report it with the log of the backend.',
    other: 'See the page of the cluster.',
  },
  services: {
    title: 'Services',
    label: 'Services by what is known of them',
    known: 'What is known',
    services: 'Services',
    next: 'Next step',
    none: 'none',
    steps: {
      judged: 'Nothing: their posture is complete for what runs',
      stale: 'See the clusters above that do not answer',
      notMapped:
        'Add the annotation backstage.io/kubernetes-id to the catalog-info.yaml',
      noWorkloads:
        'Check the query of each: its tab says which step finds none',
      neverScanned: 'Scan them now from their tab, or wait for the first scan',
      needsUserCredentials:
        'Give their clusters an auth provider that the scanner can use',
      unreachable: 'See why their clusters do not answer',
      noClusters: 'Connect a cluster that their annotations allow',
    },
    partial: 'Services that the catalog does not show you are not counted.',
  },
  unowned: {
    title: 'Workloads of nobody',
    sentence_one: '{{count}} workload belongs to no service of the catalog.',
    sentence_other: '{{count}} workloads belong to no service of the catalog.',
    label: 'Workloads that belong to no service',
    workload: 'Workload',
    namespace: 'Namespace',
    cluster: 'Cluster',
    owner: 'Probably of',
    noOwner: 'nobody is known',
    byLabel: 'its label {{label}} says {{value}}',
    byNamespace: 'owns {{workloads}} of {{of}} workloads of the namespace',
    filter: 'Cluster',
    anyCluster: 'Any cluster',
    claim: {
      service: 'For the catalog-info.yaml of the service',
      of: 'For the catalog-info.yaml of {{name}}',
      workload: 'For the workload and its pod template',
      labelled: 'The workload needs no change: it has the label already.',
    },
    empty: {
      title: 'Every workload belongs to a service',
      description: 'Whatever was scanned has somebody who sees what fails.',
    },
    filtered: {
      title: 'Every workload of this cluster belongs to a service',
      description: 'Choose another cluster to see the others.',
      action: 'Show all clusters',
    },
    hidden: {
      title: 'You may not see workloads of nobody',
      description:
        'What belongs to nobody is shown to those who may read clusters: ask for the permission {{permission}}.',
    },
  },
} as const;
