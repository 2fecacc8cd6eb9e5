import type { Translated } from '../flattenMessages';
import type { overviewMessages } from '../overview';

/** Texts of the board's overview, in German. */
export const overviewMessagesInGerman: Translated<typeof overviewMessages> = {
  loading: 'Die Übersicht wird geladen',
  owner: {
    label: 'Team',
    all: 'Alle Teams',
  },
  unknownOwner: {
    title: 'Kein Dienst dieses Teams ist zu sehen',
    description:
      'Es gibt kein solches Team, ihm gehört kein Dienst, oder der Katalog zeigt keinen seiner Dienste.',
    action: 'Alle Teams zeigen',
  },
  ready: {
    title: 'Bereit',
    share: '{{share}} %',
    change_one: '{{count}} Dienst in 30 Tagen',
    change_other: '{{count}} Dienste in 30 Tagen',
    same: 'So viele wie vor 30 Tagen',
    line: 'Bereite Dienste über {{days}} Tage: zuerst {{from}} %, jetzt {{to}} %',
  },
  verdictOfTeam_one:
    '{{ready}} von {{count}} Dienst von {{team}} ist bereit für die Produktion',
  verdictOfTeam_other:
    '{{ready}} von {{count}} Diensten von {{team}} sind bereit für die Produktion',
  oldestCritical: 'Ältester kritischer: {{time}}',
  facts: {
    workloads_one: '{{swept}} von {{count}} Workload geprüft',
    workloads_other: '{{swept}} von {{count}} Workloads geprüft',
    scanned: 'Geprüft {{time}} oder später',
  },
  fixFirst: {
    title: 'Zuerst beheben',
    by: 'nach der Zahl der Dienste, die jede Behebung bereit macht',
    makes: 'Macht {{services}} bereit: {{change}}.',
    makesShort: 'macht {{services}} bereit',
    change_one: '{{from}} auf {{to}} von {{count}} Dienst',
    change_other: '{{from}} auf {{to}} von {{count}} Diensten',
    changeShort: '{{from}} auf {{to}} Dienste',
    blocksOnly:
      'Allein macht es keinen Dienst bereit, steht aber {{services}} im Weg.',
    blocksOnlyShort: 'steht {{services}} im Weg',
    services_one: '{{count}} Dienst',
    services_other: '{{count}} Dienste',
    findings_one: '{{count}} Befund',
    findings_other: '{{count}} Befunde',
    teams_one: '{{count}} Team',
    teams_other: '{{count}} Teams',
    fails: '{{findings}}, betroffen: {{services}}, {{teams}}.',
    failsOfNobody: '{{findings}}, betroffen: {{services}} ohne Team.',
    seeFix: 'Behebung ansehen',
    seeFixOf: 'Behebung ansehen: {{title}}',
    open_one: '{{count}} Dienst öffnen',
    open_other: '{{count}} Dienste öffnen',
    more: '{{number}} weitere',
    nothingBlocks: {
      title: 'Nichts blockiert einen Dienst',
      description:
        'An keinem bewerteten Dienst ist ein kritischer oder hoher Befund offen.',
    },
    nothingJudged: {
      title: 'Noch nichts bewertet',
      description:
        'Was zuerst zu beheben ist, steht fest, sobald die Workloads eines Dienstes geprüft sind.',
    },
  },
  open: {
    title: 'Offene Befunde',
    from: '{{now}}, vor {{days}} Tagen waren es mehr: {{before}}',
    up: '{{now}}, vor {{days}} Tagen waren es weniger: {{before}}',
    same: '{{now}}, so viele wie vor {{days}} Tagen',
    table: 'Offene Befunde am Ende jeder Woche',
    day: 'Tag',
    young: {
      title: 'Zu jung für einen Verlauf',
      description: 'Die Linie beginnt am zweiten Tag nach der ersten Prüfung.',
    },
  },
  weeks: {
    title: 'Neu und behoben je Woche',
    explained:
      '{{opened}} neu, {{fixed}} behoben in {{weeks}} Wochen. Was die erste Prüfung eines Clusters fand, ist nicht neu.',
    table: 'Neue und behobene Befunde je Woche',
    week: 'Woche vom',
    opened: 'Neu',
    fixed: 'Behoben',
    none: {
      title: 'Nichts neu, nichts behoben',
      description:
        'In den letzten {{weeks}} Wochen hat kein Befund begonnen oder geendet.',
    },
  },
  teams: {
    title: 'Teams',
    all: 'Alle Teams',
    label: 'Teams mit dem kleinsten Anteil bereiter Dienste',
    team: 'Team',
    ready: 'Bereit',
    lowest: 'Niedrigster Wert',
    critical: 'Kritisch',
    high: 'Hoch',
    readyOf: '{{ready}} von {{total}}',
    none: 'keine',
    noneOwns: {
      title: 'Keinem Team gehört ein Dienst',
      description:
        'Die Gruppe, der ein Dienst gehört, steht in seiner catalog-info.yaml: spec.owner.',
    },
  },
  unseen: {
    title: 'Nicht betrachtet',
    coverage: 'Abdeckung',
    nothing: {
      title: 'Alles wurde betrachtet',
      description:
        'Jeder Cluster antwortet, jeder Dienst, der Workloads haben soll, hat welche, und von jedem wurde genug bewertet.',
    },
    cluster: {
      unreachable: '{{cluster}} antwortete zuletzt {{time}}',
      neverAnswered: '{{cluster}} hat nie geantwortet',
      neverScanned: '{{cluster}} wurde noch nicht geprüft',
      needsUserCredentials: '{{cluster}} lässt nur Benutzer zu',
      gone: '{{cluster}} wurde aus dem Portal entfernt',
      scanned: '{{cluster}} wurde zuletzt {{time}} geprüft',
      services: 'Was er über {{names}} sagt, ist alt oder fehlt',
      next: 'Cluster ansehen',
    },
    one: {
      stale: '{{name}} beruht auf einer alten Prüfung',
      lowCoverage: 'Von {{name}} wurde zu wenig bewertet',
      notMapped: '{{name}} ist mit keinem Workload verknüpft',
      noWorkloads: '{{name}} ist verknüpft, aber nichts läuft',
      neverScanned: '{{name}} wurde nie geprüft',
      needsUserCredentials: '{{name}} läuft, wo nur Benutzer zugelassen sind',
      unreachable: '{{name}} läuft, wo kein Cluster je geantwortet hat',
      noClusters: '{{name}} darf in keinem Cluster laufen',
    },
    many: {
      stale: '{{number}} Dienste beruhen auf einer alten Prüfung',
      lowCoverage: 'Von {{number}} Diensten wurde zu wenig bewertet',
      notMapped: '{{number}} Dienste sind mit keinem Workload verknüpft',
      noWorkloads: '{{number}} Dienste sind verknüpft, aber nichts läuft',
      neverScanned: '{{number}} Dienste wurden nie geprüft',
      needsUserCredentials:
        '{{number}} Dienste laufen, wo nur Benutzer zugelassen sind',
      unreachable:
        '{{number}} Dienste laufen, wo kein Cluster je geantwortet hat',
      noClusters: '{{number}} Dienste dürfen in keinem Cluster laufen',
    },
    why: {
      stale: 'die letzte Bewertung ist als veraltet gezeigt',
      lowCoverage: 'die Abdeckung ist {{coverage}}, verlangt sind {{required}}',
      notMapped: 'eine Annotation in der catalog-info.yaml verknüpft ihn',
      noWorkloads: 'seine Abfrage findet in keinem Cluster einen Workload',
      neverScanned: 'die erste Prüfung seiner Cluster steht noch aus',
      needsUserCredentials: 'der Scanner hat dort keine eigenen Zugangsdaten',
      unreachable: 'der Grund steht bei seinen Clustern',
      noClusters:
        'das Portal kennt keinen Cluster, den seine Annotationen erlauben',
    },
    next: {
      stale: 'Bewertung ansehen',
      lowCoverage: 'Ansehen, was fehlt',
      notMapped: 'Verknüpfen',
      noWorkloads: 'Abfrage ansehen',
      neverScanned: 'Jetzt prüfen',
      needsUserCredentials: 'Grund ansehen',
      unreachable: 'Grund ansehen',
      noClusters: 'Grund ansehen',
    },
    openAll: '{{number}} Dienste öffnen',
    unowned_one: '{{count}} Workload gehört zu keinem Dienst',
    unowned_other: '{{count}} Workloads gehören zu keinem Dienst',
    unownedWhy: 'niemand sähe, was an ihnen fehlt',
    unownedNext: 'Besitzer finden',
  },
};
