import type { coverageMessages } from '../coverage';
import type { Translated } from '../flattenMessages';

/** Texts of the board's page of coverage, in German. */
export const coverageMessagesInGerman: Translated<typeof coverageMessages> = {
  loading: 'Die Abdeckung wird geladen',
  verdict: {
    workloads_one: '{{swept}} von {{count}} Workload wurde kürzlich geprüft',
    workloads_other:
      '{{swept}} von {{count}} Workloads wurden kürzlich geprüft',
    none: 'Noch kein Workload wurde geprüft',
    entities:
      '{{met}} von {{expected}} Diensten, die Workloads haben sollen, haben welche; {{owned}} von {{known}} Workloads gehören zu einem Dienst.',
    noEntities: 'Kein Dienst des Katalogs soll Workloads haben.',
  },
  clusters: {
    title: 'Cluster',
    label: 'Cluster, und was in ihnen nicht bewertet wurde',
    cluster: 'Cluster',
    state: 'Zustand',
    gaps: 'Im ganzen Cluster nicht bewertet',
    none: 'nichts',
    everything: 'alles',
    controls_one: '{{count}} Kontrolle',
    controls_other: '{{count}} Kontrollen',
    silent: 'die letzte Bewertung bleibt und ist als veraltet gezeigt',
    since: 'zuerst {{time}}',
    rights: 'Rechte und Berichte ansehen',
    hidden: {
      title: 'Cluster sind hier nicht zu sehen',
      description:
        'Wer das Portal betreibt, kann die Berechtigung {{permission}} geben. Die Dienste unten sind ohne sie gezählt.',
    },
    empty: {
      title: 'Kein Cluster ist verbunden',
      description:
        'Geprüft werden die Cluster des Kubernetes-Plugins: sie stehen in kubernetes.clusterLocatorMethods der Konfiguration.',
    },
  },
  mend: {
    forbidden:
      'Dem Scanner das Recht geben, es aufzulisten. Die Seite des Clusters hat die genauen Zeilen der ClusterRole.',
    unreachable: 'Diese Liste kam nicht an. Die nächste Prüfung fragt wieder.',
    needsUserCredentials:
      'Dem Cluster in der Kubernetes-Konfiguration einen eigenen Auth-Provider geben, etwa serviceAccount.',
    controlPlaneNotVisible:
      'Einen kube-bench-Bericht der Control Plane importieren oder sie auf der Seite des Clusters bestätigen.',
    noReport:
      'Das Werkzeug installieren, das die Berichte schreibt, etwa Trivy Operator, oder einen Bericht importieren.',
    staleReport:
      'Das Werkzeug, das die Berichte schreibt, erneut laufen lassen.',
    digestMismatch: 'Die Images berichten lassen, die jetzt laufen.',
    staleData: 'Das Plugin aktualisieren: es bringt neuere Tabellen.',
    manual:
      'Das kann nur ein Mensch beantworten: auf der Seite des Clusters bestätigen.',
    probeOff:
      'Die Probe in der Konfiguration einschalten: securityPosture.probes.',
    partial: 'Ein Teil war nicht lesbar. Die nächste Prüfung fragt wieder.',
    tooLarge:
      'Die Antwort ist über 64 MB groß. Weniger Objekte dieser Art helfen.',
    parseError: 'Ein Wert hat den falschen Typ. Das Objekt ist zu berichtigen.',
    unsupportedVersion:
      'Den Cluster aktualisieren, oder das Plugin, wo der Cluster neuer ist.',
    controlError:
      'Die Kontrolle ist gescheitert. Bitte mit dem Log des Backends melden.',
    other: 'Siehe die Seite des Clusters.',
  },
  services: {
    title: 'Dienste',
    label: 'Dienste nach dem, was bekannt ist',
    known: 'Was bekannt ist',
    services: 'Dienste',
    next: 'Nächster Schritt',
    none: 'keine',
    steps: {
      judged: 'Keiner: ihre Bewertung umfasst, was läuft',
      stale: 'Oben nachsehen, welche Cluster nicht antworten',
      notMapped:
        'Die Annotation backstage.io/kubernetes-id in die catalog-info.yaml schreiben',
      noWorkloads:
        'Die Abfrage prüfen: der Tab jedes Dienstes sagt, welcher Schritt nichts findet',
      neverScanned:
        'Jetzt aus ihrem Tab prüfen lassen oder die erste Prüfung abwarten',
      needsUserCredentials:
        'Ihren Clustern einen Auth-Provider geben, den der Scanner nutzen kann',
      unreachable: 'Nachsehen, warum ihre Cluster nicht antworten',
      noClusters: 'Einen Cluster verbinden, den ihre Annotationen erlauben',
    },
    partial: 'Dienste, die der Katalog nicht zeigt, sind nicht mitgezählt.',
  },
  unowned: {
    title: 'Workloads ohne Besitzer',
    sentence_one: '{{count}} Workload gehört zu keinem Dienst des Katalogs.',
    sentence_other:
      '{{count}} Workloads gehören zu keinem Dienst des Katalogs.',
    label: 'Workloads, die zu keinem Dienst gehören',
    workload: 'Workload',
    namespace: 'Namespace',
    cluster: 'Cluster',
    owner: 'Vermutlich von',
    noOwner: 'niemand bekannt',
    byLabel: 'sein Label {{label}} sagt {{value}}',
    byNamespace: 'besitzt {{workloads}} von {{of}} Workloads des Namespace',
    filter: 'Cluster',
    anyCluster: 'Jeder Cluster',
    claim: {
      service: 'Für die catalog-info.yaml des Dienstes',
      of: 'Für die catalog-info.yaml von {{name}}',
      workload: 'Für den Workload und seine Pod-Vorlage',
      labelled: 'Der Workload bleibt, wie er ist: er hat das Label schon.',
    },
    empty: {
      title: 'Jeder Workload gehört zu einem Dienst',
      description: 'Von allem Geprüften sieht jemand, was daran fehlt.',
    },
    filtered: {
      title: 'Jeder Workload dieses Clusters gehört zu einem Dienst',
      description: 'Ein anderer Cluster zeigt die übrigen.',
      action: 'Alle Cluster zeigen',
    },
    hidden: {
      title: 'Workloads ohne Besitzer sind hier nicht zu sehen',
      description:
        'Was niemandem gehört, sehen alle mit der Berechtigung {{permission}} für Cluster.',
    },
  },
};
