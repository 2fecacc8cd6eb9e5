/** Texts of the overview card. */
export const cardMessages = {
  open: 'Open posture',
  openMapping: 'Open mapping',
  loading: 'Loading the posture',
  fixFirst: 'Fix first',
  nextForGrade: 'Next, for grade {{grade}}',
  next: 'Next',
  nextStep: 'Next step',
  missingEvidence: 'Missing evidence',
  seeFix: 'See fix',
  seeHow: 'See how',
  checkConnection: 'Check the connection to {{cluster}}',
  container: 'container {{container}}',
  notMapped: {
    title: 'No workload is linked',
    text: 'Nothing tells which workloads belong to {{entity}}.',
    candidates_one: '{{count}} workload has this name and no owner.',
    candidates_other: '{{count}} workloads have this name and no owner.',
    action: 'See how to link it',
  },
  noWorkloads: {
    title: 'Linked, but nothing runs',
    text: 'Nothing in {{clusters}} matches {{selector}}.',
    textWithoutQuery: 'Nothing in the scanned clusters matches.',
  },
  neverScanned: {
    title: 'Not scanned yet',
    text_one:
      '{{clusters}} was not scanned yet. Its first scan comes by itself.',
    text_other:
      '{{clusters}} were not scanned yet. Their first scan comes by itself.',
  },
  unreachable: {
    title: 'No cluster answers',
    cluster: '{{cluster}}: {{reason}}.',
    clusterSince: '{{cluster}} went silent {{time}}: {{reason}}.',
  },
  needsUserCredentials: {
    title_one: '{{clusters}} admits users only',
    title_other: '{{clusters}} admit users only',
    text: 'The portal has no account of its own there, so it cannot scan in the background. The people who run this portal can give it one.',
  },
  noClusters: {
    title: 'No cluster is connected',
    text: 'The kubernetes plugin of this portal has no cluster, is not installed or does not answer. The people who run this portal can add clusters to its {{key}} configuration.',
  },
} as const;
