/** Texts of the page that shows how far the portal is set up. */
export const setupMessages = {
  title: 'What postures need',
  state: {
    done: 'Done',
    open: 'To do',
    hidden: 'Hidden from you',
  },
  steps: {
    backend: {
      title: 'The backend of the plugin is there',
      done: 'It answers this page.',
      open: 'It does not answer.',
      hidden: 'You may not see it.',
    },
    clusters: {
      title: 'Clusters are connected',
      done_one: 'The kubernetes plugin connects {{count}} cluster.',
      done_other: 'The kubernetes plugin connects {{count}} clusters.',
      open: 'The kubernetes plugin has no cluster yet. Postures need no connection of their own: add one to its configuration.',
      hidden:
        'Who may read clusters sees them here (security-posture.cluster.read).',
      config: 'A cluster in app-config.yaml',
    },
    answers: {
      title: 'Every cluster was scanned lately',
      done_one: '{{done}} of {{count}} cluster',
      done_other: '{{done}} of {{count}} clusters',
      open_one: '{{done}} of {{count}} cluster. What it lacks:',
      open_other: '{{done}} of {{count}} clusters. What the others lack:',
      hidden:
        'Who may read clusters sees them here (security-posture.cluster.read).',
    },
    services: {
      title: 'Services are linked to their workloads',
      done_one:
        '{{done}} of {{count}} service that asks for workloads has some.',
      done_other:
        '{{done}} of {{count}} services that ask for workloads have some.',
      open_one:
        '{{done}} of {{count}} service that asks for workloads has some.',
      open_other:
        '{{done}} of {{count}} services that ask for workloads have some.',
      hidden: 'You may not see them.',
      next: 'See what is not linked',
    },
  },
  clusters: {
    never: '{{why}}; it was never scanned',
    since: '{{why}}; last scanned {{time}}',
  },
  rights: {
    cluster: 'Check the rights in',
  },
};
