import type { Translated } from '../flattenMessages';
import type { cardMessages } from '../card';

/** Texts of the overview card, in German. */
export const cardMessagesInGerman: Translated<typeof cardMessages> = {
  open: 'Lage öffnen',
  openMapping: 'Zuordnung öffnen',
  loading: 'Die Lage wird geladen',
  fixFirst: 'Zuerst beheben',
  nextForGrade: 'Als Nächstes, für Note {{grade}}',
  next: 'Als Nächstes',
  nextStep: 'Nächster Schritt',
  missingEvidence: 'Fehlender Beleg',
  seeFix: 'Zur Lösung',
  seeHow: 'Zeig wie',
  checkConnection: 'Verbindung zu {{cluster}} prüfen',
  container: 'Container {{container}}',
  notMapped: {
    title: 'Keine Anwendung ist zugeordnet',
    text: 'Nichts sagt, welche Anwendungen zu {{entity}} gehören.',
    candidates_one:
      '{{count}} Anwendung trägt diesen Namen und gehört niemandem.',
    candidates_other:
      '{{count}} Anwendungen tragen diesen Namen und gehören niemandem.',
    action: 'Zeig, wie man sie zuordnet',
  },
  noWorkloads: {
    title: 'Zugeordnet, aber nichts läuft',
    text: 'Nichts in {{clusters}} passt zu {{selector}}.',
    textWithoutQuery: 'Nichts in den geprüften Clustern passt.',
  },
  neverScanned: {
    title: 'Noch nicht geprüft',
    text_one:
      '{{clusters}} wurde noch nicht geprüft. Die erste Prüfung kommt von selbst.',
    text_other:
      '{{clusters}} wurden noch nicht geprüft. Die erste Prüfung kommt von selbst.',
  },
  unreachable: {
    title: 'Kein Cluster antwortet',
    cluster: '{{cluster}}: {{reason}}.',
    clusterSince: '{{cluster}} ist verstummt ({{time}}): {{reason}}.',
  },
  needsUserCredentials: {
    title_one: '{{clusters}} lässt nur Personen zu',
    title_other: '{{clusters}} lassen nur Personen zu',
    text: 'Das Portal hat dort kein eigenes Konto und kann daher nicht im Hintergrund prüfen. Die Betreiber dieses Portals können ihm eines geben.',
  },
  noClusters: {
    title: 'Kein Cluster ist verbunden',
    text: 'Das Kubernetes-Plugin dieses Portals hat keinen Cluster, ist nicht installiert oder antwortet nicht. Die Betreiber dieses Portals können Cluster in seine Konfiguration {{key}} eintragen.',
  },
};
