import type { Translated } from '../flattenMessages';
import type { organisationMessages } from '../organisation';

/** Texts of the organisation's page, in German. */
export const organisationMessagesInGerman: Translated<
  typeof organisationMessages
> = {
  loading: 'Dienste werden geladen',
  verdict_one: '{{ready}} von {{count}} Dienst ist bereit für die Produktion',
  verdict_other:
    '{{ready}} von {{count}} Diensten sind bereit für die Produktion',
  noServices: 'Noch kein Dienst hat eine Bewertung',
  rest: {
    sentence: '{{parts}}.',
    notReady_one: '{{count}} ist nicht bereit',
    notReady_other: '{{count}} sind nicht bereit',
    unknown_one: '{{count}} ist mangels Belegen unbekannt',
    unknown_other: '{{count}} sind mangels Belegen unbekannt',
    noPosture_one: '{{count}} hat keine Bewertung',
    noPosture_other: '{{count}} haben keine Bewertung',
  },
  partial:
    'Der Katalog zeigt Ihnen einen Teil der Organisation. Alle Zahlen zählen nur diesen Teil.',
  meter: {
    notReady: '{{number}} nicht bereit',
    unknown: '{{number}} unbekannt',
    noPosture: '{{number}} ohne Bewertung',
    ready: '{{number}} bereit',
  },
  none: {
    critical: 'Keine kritischen',
    high: 'Keine hohen',
  },
  facts: {
    services_one: '{{count}} Dienst',
    services_other: '{{count}} Dienste',
    blocking: 'Blockierende Befunde',
    nothingJudged: 'Noch nichts bewertet',
    coverage: 'Abdeckung',
    judged_one: '{{judged}} von {{count}} Dienst bewertet',
    judged_other: '{{judged}} von {{count}} Diensten bewertet',
    clusters_one: '{{answering}} von {{count}} Cluster antwortet',
    clusters_other: '{{answering}} von {{count}} Clustern antworten',
    noClusters: 'Kein Cluster ist verbunden',
    noWorkloads: 'Noch kein Workload geprüft',
  },
  filters: {
    search: 'Dienste suchen',
    searchPlaceholder: 'Name oder Titel',
    readiness: 'Bereitschaft',
    owner: 'Besitzer',
    system: 'System',
    lifecycle: 'Lebenszyklus',
    evidence: 'Was bekannt ist',
    any: {
      readiness: 'Jede Bereitschaft',
      owner: 'Jeder Besitzer',
      system: 'Jedes System',
      lifecycle: 'Jeder Lebenszyklus',
      evidence: 'Bekannt oder nicht',
    },
    control: 'Verfehlt: {{control}}',
    removeControl: 'Verfehlt {{control}}: Filter entfernen',
    reset: 'Alle Dienste zeigen',
  },
  readiness: {
    ready: 'Bereit',
    notReady: 'Nicht bereit',
    unknown: 'Unbekannt',
  },
  table: {
    title: {
      worst: 'Dienste, die schlechtesten zuerst',
      name: 'Dienste nach Namen',
      score: 'Dienste, der niedrigste Wert zuerst',
      critical: 'Dienste, die meisten kritischen Befunde zuerst',
      freshness: 'Dienste, die am längsten ungeprüften zuerst',
    },
    service: 'Dienst',
    owner: 'Zuständig',
    readiness: 'Bereitschaft',
    score: 'Punkte von 100',
    critical: 'Kritisch',
    high: 'Hoch',
    scanned: 'Zuletzt geprüft',
    noOwner: 'Niemand',
    outside: {
      critical_one: '{{count}} kritischer außerhalb der Produktion',
      critical_other: '{{count}} kritische außerhalb der Produktion',
      high_one: '{{count}} hoher außerhalb der Produktion',
      high_other: '{{count}} hohe außerhalb der Produktion',
    },
    notJudged: 'Nicht bewertet',
    never: 'Noch nicht geprüft',
  },
  evidence: {
    judged: 'Genug wurde bewertet',
    stale: 'Beruht auf einer alten Prüfung',
    lowCoverage: 'Zu wenig wurde bewertet',
    notMapped: 'Mit keinem Workload verknüpft',
    noWorkloads: 'Verknüpft, aber nichts läuft',
    neverScanned: 'Noch nicht geprüft',
    needsUserCredentials: 'Cluster lassen nur Benutzer zu',
    unreachable: 'Cluster haben nie geantwortet',
    noClusters: 'Kein Cluster ist verbunden',
  },
  state: {
    notMapped: 'Mit keinem Workload verknüpft',
    noWorkloads: 'Verknüpft, aber nichts läuft',
    neverScanned: 'Noch nicht geprüft',
    needsUserCredentials: 'Seine Cluster lassen nur Personen zu',
    unreachable: 'Seine Cluster haben nie geantwortet',
    noClusters: 'Kein Cluster ist verbunden',
  },
  empty: {
    none: {
      title: 'Noch kein Dienst ist mit Workloads verknüpft',
      description:
        'Nennen Sie die Workloads eines Dienstes in seiner catalog-info.yaml mit der Annotation backstage.io/kubernetes-id. Einige Minuten später steht seine Bewertung hier.',
    },
    filtered: {
      title: 'Kein Dienst passt',
      description:
        'Suchen Sie einen anderen Namen, oder zeigen Sie alle Dienste.',
    },
  },
};
