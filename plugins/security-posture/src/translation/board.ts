/** Texts of the frame around the pages of the organisation's board. */
export const boardMessages = {
  title: 'Security posture',
  tabs: {
    overview: 'Overview',
    services: 'Services',
    teams: 'Teams',
    systems: 'Systems',
    domains: 'Domains',
    clusters: 'Clusters',
    controls: 'Controls',
    findings: 'Findings',
    exemptions: 'Exemptions',
    coverage: 'Coverage',
    setup: 'Setup',
  },
  notFound: {
    title: 'There is no such page',
    description:
      'The address names a page that the board does not have. It may have been mistyped, or be of another version.',
    back: 'Go to the overview',
  },
};
