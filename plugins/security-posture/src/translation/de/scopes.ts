import type { Translated } from '../flattenMessages';
import type { scopesMessages } from '../scopes';

/** Texts of the pages of teams, systems and domains, and of the tab of one of them, in German. */
export const scopesMessagesInGerman: Translated<typeof scopesMessages> = {
  kind: {
    group: 'Team',
    system: 'System',
    domain: 'Domäne',
  },
  title: {
    group: 'Teams',
    system: 'Systeme',
    domain: 'Domänen',
  },
  loading: {
    group: 'Teams werden geladen',
    system: 'Systeme werden geladen',
    domain: 'Domänen werden geladen',
  },
  partial:
    'Der Katalog zeigt nur einen Teil der Dienste. Alle Zahlen zählen nur diesen Teil.',
  verdict: {
    group_one: '{{critical}} von {{count}} Team hat einen kritischen Befund',
    group_other: '{{critical}} von {{count}} Teams haben kritische Befunde',
    system_one: '{{critical}} von {{count}} System hat einen kritischen Befund',
    system_other: '{{critical}} von {{count}} Systemen haben kritische Befunde',
    domain_one: '{{critical}} von {{count}} Domäne hat einen kritischen Befund',
    domain_other: '{{critical}} von {{count}} Domänen haben kritische Befunde',
  },
  noCritical: {
    group: 'Kein Team hat einen kritischen Befund',
    system: 'Kein System hat einen kritischen Befund',
    domain: 'Keine Domäne hat einen kritischen Befund',
  },
  noneJudged: {
    group: 'Noch hat kein Team einen bewerteten Dienst',
    system: 'Noch hat kein System einen bewerteten Dienst',
    domain: 'Noch hat keine Domäne einen bewerteten Dienst',
  },
  worst: '{{scope}} seit {{day}} in {{service}}',
  openCritical_one: '{{count}} kritischen Befund öffnen',
  openCritical_other: '{{count}} kritische Befunde öffnen',
  search: {
    group: 'Teams suchen',
    system: 'Systeme suchen',
    domain: 'Domänen suchen',
  },
  column: {
    ready: 'Bereit',
    lowest: 'Niedrigste Punktzahl',
    p10: '10. Perz.',
    critical: 'Kritisch',
    oldest: 'Ältester kritischer',
    high: 'Hoch',
    ready30d: 'Bereit, 30 Tage',
    exempted: 'Ausgenommen',
  },
  cell: {
    ready: '{{ready}} von {{total}}',
    none: 'keine',
    notJudged: 'nicht bewertet',
    same: 'gleich',
    nothingToCompare: 'kein Vergleich',
    below: 'unter {{parent}}',
    partOf: 'Teil von {{parent}}',
    stale: 'veraltet',
    criticalIn: '{{number}} kritisch in {{scope}}',
    highIn: '{{number}} hoch in {{scope}}',
    step: {
      library: 'dazwischen eine andere Kontrollbibliothek',
      profile: 'dazwischen ein anderes Profil',
    },
  },
  open: 'Zeigen, was unter {{scope}} liegt',
  close: 'Verbergen, was unter {{scope}} liegt',
  loadingBelow: 'Was unter {{scope}} liegt, wird geladen',
  moreBelow_one:
    '{{count}} weitere Zeile liegt darunter: über die Suche zu finden.',
  moreBelow_other:
    '{{count}} weitere Zeilen liegen darunter: über die Suche zu finden.',
  footer: {
    services_one: '{{count}} Dienst, {{judged}} davon bewertet.',
    services_other: '{{count}} Dienste, {{judged}} davon bewertet.',
    group:
      'Über Teams wird nicht gemittelt: Der niedrigste Dienst spricht für sein Team.',
    system:
      'Über Systeme wird nicht gemittelt: Der niedrigste Dienst spricht für sein System.',
    domain:
      'Über Domänen wird nicht gemittelt: Der niedrigste Dienst spricht für seine Domäne.',
  },
  empty: {
    group: {
      title: 'Noch gehört kein Dienst einem Team',
      description:
        'Die Gruppe, der ein Dienst gehört, steht als spec.owner in dessen catalog-info.yaml. Einige Minuten später ist sie hier.',
    },
    system: {
      title: 'Noch ist kein Dienst Teil eines Systems',
      description:
        'Das System eines Dienstes steht als spec.system in dessen catalog-info.yaml. Einige Minuten später ist es hier.',
    },
    domain: {
      title: 'Noch ist kein Dienst Teil einer Domäne',
      description:
        'Die Domäne eines Systems steht als spec.domain in dessen catalog-info.yaml. Einige Minuten später ist sie hier.',
    },
    filtered: {
      title: 'Nichts passt',
      description: 'Ein anderer Name hilft vielleicht, oder alle zeigen.',
      reset: 'Alle zeigen',
    },
  },
  matrix: {
    title: {
      group: 'Teams nach Kontrollen',
      system: 'Systeme nach Kontrollen',
      domain: 'Domänen nach Kontrollen',
    },
    caption: {
      group: 'Dienste, die eine Kontrolle nicht erfüllen, nach Team',
      system: 'Dienste, die eine Kontrolle nicht erfüllen, nach System',
      domain: 'Dienste, die eine Kontrolle nicht erfüllen, nach Domäne',
    },
    explained:
      'Dienste, die eine Kontrolle nicht erfüllen, von den bewerteten. Eine Zahl öffnet die Befunde dahinter.',
    more_one: '{{count}} weitere Kontrolle fehlt hier. {{controls}}',
    more_other: '{{count}} weitere Kontrollen fehlen hier. {{controls}}',
    allControls: 'Alle Kontrollen ansehen',
    severities: 'Schweregrade',
    choice: {
      blocking: 'Kritisch und hoch',
      critical: 'Kritisch',
      high: 'Hoch',
      medium: 'Mittel',
      low: 'Niedrig',
      all: 'Alle, die zählen',
    },
    judged: '{{judged}} von {{total}} bewertet',
    loading: 'Nicht erfüllte Kontrollen werden gezählt',
    nothing: {
      title: 'Bei diesen Schweregraden ist alles erfüllt',
      description: 'Andere Schweregrade zeigen, was sonst noch bewertet wurde.',
    },
  },
  tab: {
    loading: 'Die Lage der Dienste wird geladen',
    verdict_one: '{{ready}} von {{count}} Dienst ist bereit für die Produktion',
    verdict_other:
      '{{ready}} von {{count}} Diensten sind bereit für die Produktion',
    rest: {
      sentence: '{{parts}}.',
      notReady_one: '{{count}} ist nicht bereit',
      notReady_other: '{{count}} sind nicht bereit',
      unknown_one: 'von {{count}} ist zu wenig bekannt',
      unknown_other: 'von {{count}} ist zu wenig bekannt',
      noPosture_one: '{{count}} ist nicht bewertet',
      noPosture_other: '{{count}} sind nicht bewertet',
    },
    next: 'Am niedrigsten steht {{service}} mit {{score}} von 100.',
    facts: 'In Zahlen',
    lowest: 'Niedrigste Punktzahl',
    p10: '10. Perzentil',
    p10Explained: 'Einer von zehn Diensten hat höchstens so viele Punkte',
    open: 'Offene Befunde',
    oldest: 'Ältester kritischer',
    exempted: 'Ausgenommene Befunde',
    coverage: 'Abdeckung',
    ready30d: 'Bereit seit 30 Tagen',
    trend: 'Dienste ohne blockierenden Befund, 90 Tage',
    trendSentence:
      '{{now}} von {{judged}} bewerteten Diensten haben keinen zählenden kritischen oder hohen Befund; am {{day}} {{before}} von {{judgedBefore}}.',
    trendNone: 'Noch sind keine zwei Tage bekannt. Die Linie beginnt morgen.',
    trendDay: 'Tag',
    trendUnblocked: 'Ohne blockierenden Befund',
    trendJudged: 'Bewertet',
    members: 'Dienste, die schlechtesten zuerst',
    empty: {
      title: 'Hier ist nichts bewertet',
      description:
        'Der Katalog zeigt keinen Dienst, der hierzu gehört, oder keiner ist mit Workloads verknüpft.',
    },
  },
};
