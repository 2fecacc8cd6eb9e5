/** Texts of the pages of teams, systems and domains, and of the tab of one of them. */
export const scopesMessages = {
  kind: {
    group: 'Team',
    system: 'System',
    domain: 'Domain',
  },
  title: {
    group: 'Teams',
    system: 'Systems',
    domain: 'Domains',
  },
  loading: {
    group: 'Loading teams',
    system: 'Loading systems',
    domain: 'Loading domains',
  },
  partial:
    'The catalog shows you a part of the services. All numbers count that part only.',
  verdict: {
    group_one: '{{critical}} of {{count}} team has a critical finding open',
    group_other: '{{critical}} of {{count}} teams have a critical finding open',
    system_one: '{{critical}} of {{count}} system has a critical finding open',
    system_other:
      '{{critical}} of {{count}} systems have a critical finding open',
    domain_one: '{{critical}} of {{count}} domain has a critical finding open',
    domain_other:
      '{{critical}} of {{count}} domains have a critical finding open',
  },
  noCritical: {
    group: 'No team has a critical finding open',
    system: 'No system has a critical finding open',
    domain: 'No domain has a critical finding open',
  },
  noneJudged: {
    group: 'No team has a service with a posture yet',
    system: 'No system has a service with a posture yet',
    domain: 'No domain has a service with a posture yet',
  },
  worst: '{{scope}} since {{day}} in {{service}}',
  openCritical_one: 'Open {{count}} critical finding',
  openCritical_other: 'Open {{count}} critical findings',
  search: {
    group: 'Search teams',
    system: 'Search systems',
    domain: 'Search domains',
  },
  column: {
    ready: 'Ready',
    lowest: 'Lowest score',
    p10: '10th pct.',
    critical: 'Critical',
    oldest: 'Oldest critical',
    high: 'High',
    ready30d: 'Ready, 30 days',
    exempted: 'Exempted',
  },
  cell: {
    ready: '{{ready}} of {{total}}',
    none: 'none',
    notJudged: 'not judged',
    same: 'same',
    nothingToCompare: 'nothing to compare',
    below: 'below {{parent}}',
    partOf: 'part of {{parent}}',
    stale: 'stale',
    criticalIn: '{{number}} critical in {{scope}}',
    highIn: '{{number}} high in {{scope}}',
    step: {
      library: 'another control library in between',
      profile: 'another profile in between',
    },
  },
  open: 'Show what is below {{scope}}',
  close: 'Hide what is below {{scope}}',
  loadingBelow: 'Loading what is below {{scope}}',
  moreBelow_one: '{{count}} more row is below: search for it.',
  moreBelow_other: '{{count}} more rows are below: search for them.',
  footer: {
    services_one: '{{count}} service, {{judged}} with a posture.',
    services_other: '{{count}} services, {{judged}} with a posture.',
    group: 'Teams are not averaged: the lowest service speaks for its team.',
    system:
      'Systems are not averaged: the lowest service speaks for its system.',
    domain:
      'Domains are not averaged: the lowest service speaks for its domain.',
  },
  empty: {
    group: {
      title: 'No team owns a service yet',
      description:
        'Name the group that owns a service as spec.owner in its catalog-info.yaml. It is here some minutes later.',
    },
    system: {
      title: 'No service is part of a system yet',
      description:
        'Name the system of a service as spec.system in its catalog-info.yaml. It is here some minutes later.',
    },
    domain: {
      title: 'No service is part of a domain yet',
      description:
        'Name the domain of a system as spec.domain in its catalog-info.yaml. It is here some minutes later.',
    },
    filtered: {
      title: 'Nothing matches',
      description: 'Search for another name, or show all.',
      reset: 'Show all',
    },
  },
  matrix: {
    title: {
      group: 'Teams by control',
      system: 'Systems by control',
      domain: 'Domains by control',
    },
    caption: {
      group: 'Services that fail a control, by team',
      system: 'Services that fail a control, by system',
      domain: 'Services that fail a control, by domain',
    },
    explained:
      'Services that fail a control, of those that were judged. A number opens the findings behind it.',
    more_one: '{{count}} more control is not shown. {{controls}}',
    more_other: '{{count}} more controls are not shown. {{controls}}',
    allControls: 'See all controls',
    severities: 'Severities',
    choice: {
      blocking: 'Critical and high',
      critical: 'Critical',
      high: 'High',
      medium: 'Medium',
      low: 'Low',
      all: 'All that count',
    },
    judged: '{{judged}} of {{total}} judged',
    loading: 'Counting what fails by control',
    nothing: {
      title: 'Nothing fails at these severities',
      description: 'Choose other severities to see what else was judged.',
    },
  },
  tab: {
    loading: 'Loading the posture of the members',
    verdict_one: '{{ready}} of {{count}} service is ready for production',
    verdict_other: '{{ready}} of {{count}} services are ready for production',
    rest: {
      sentence: '{{parts}}.',
      notReady_one: '{{count}} is not ready',
      notReady_other: '{{count}} are not ready',
      unknown_one: '{{count}} is unknown for want of evidence',
      unknown_other: '{{count}} are unknown for want of evidence',
      noPosture_one: '{{count}} has no posture',
      noPosture_other: '{{count}} have no posture',
    },
    next: '{{service}} stands lowest, with {{score}} of 100.',
    facts: 'In numbers',
    lowest: 'Lowest score',
    p10: '10th percentile',
    p10Explained: 'One in ten services scores this or less',
    open: 'Open findings',
    oldest: 'Oldest critical',
    exempted: 'Exempted findings',
    coverage: 'Coverage',
    ready30d: 'Ready in 30 days',
    trend: 'Services without a blocking finding, 90 days',
    trendSentence:
      '{{now}} of {{judged}} judged services have no critical or high finding that counts; {{before}} of {{judgedBefore}} on {{day}}.',
    trendNone: 'Less than two days are known yet. The line begins tomorrow.',
    trendDay: 'Day',
    trendUnblocked: 'Without a blocking finding',
    trendJudged: 'Judged',
    members: 'Services, worst first',
    empty: {
      title: 'Nothing here has a posture',
      description:
        'The catalog shows you no service that belongs to this, or none is linked to workloads yet.',
    },
  },
} as const;
