/** Texte der Seite einer Kontrolle. */
export const controlMessagesInGerman = {
  severity: 'Schwere',
  category: 'Kategorie',
  judges: 'Bewertet',
  id: 'Kennung',
  profile: 'Profil',
  optional: 'außerhalb des Standards',
  addedBy: 'Hinzugefügt von',
  module: 'Modul {{name}}',
  subject: {
    workload: 'Workloads',
    namespace: 'Namespaces',
    serviceAccount: 'Service-Accounts',
    roleBinding: 'Rollenbindungen',
    node: 'Knoten',
    image: 'Images',
    cluster: 'Cluster',
  },
  verdict: {
    failing: {
      entities_one: '{{failing}} von {{count}} Dienst verletzt sie',
      entities_other: '{{failing}} von {{count}} Diensten verletzen sie',
      clusters_one: '{{failing}} von {{count}} Cluster verletzt sie',
      clusters_other: '{{failing}} von {{count}} Clustern verletzen sie',
    },
    exempted: {
      entities_one: 'Alle Verletzungen sind ausgenommen, bei {{count}} Dienst',
      entities_other:
        'Alle Verletzungen sind ausgenommen, bei {{count}} Diensten',
      clusters_one: 'Alle Verletzungen sind ausgenommen, in {{count}} Cluster',
      clusters_other:
        'Alle Verletzungen sind ausgenommen, in {{count}} Clustern',
    },
    notEvaluated: {
      entities_one: 'Sie war an dem einen Dienst nicht zu bewerten',
      entities_other: 'Sie war an keinem von {{count}} Diensten zu bewerten',
      clusters_one: 'Sie war an dem einen Cluster nicht zu bewerten',
      clusters_other: 'Sie war an keinem von {{count}} Clustern zu bewerten',
    },
    clean: {
      entities_one: 'Der eine Dienst verletzt sie nicht',
      entities_other: 'Keiner von {{count}} Diensten verletzt sie',
      clusters_one: 'Der eine Cluster verletzt sie nicht',
      clusters_other: 'Keiner von {{count}} Clustern verletzt sie',
    },
    notJudged: 'Noch wurde nichts bewertet, oder es darf nicht gezeigt werden',
    optional:
      'Bewertet und aufgeführt, aber außerhalb des Profils: nichts wird gezählt',
  },
  facts: {
    failing: 'Verletzt',
    subjects_one: '{{count}} Objekt',
    subjects_other: '{{count}} Objekte',
    none: 'keine',
    share: '{{share}} aller Verletzungen',
    register: 'Ihre Ausnahmen',
    rest: 'Der Rest',
    notEvaluated: {
      entities_one: '{{count}} Dienst nicht ganz bewertet',
      entities_other: '{{count}} Dienste nicht ganz bewertet',
      clusters_one: '{{count}} Cluster nicht ganz bewertet',
      clusters_other: '{{count}} Cluster nicht ganz bewertet',
    },
    clean: {
      entities_one: '{{count}} Dienst ohne Verletzung',
      entities_other: '{{count}} Dienste ohne Verletzung',
      clusters_one: '{{count}} Cluster ohne Verletzung',
      clusters_other: '{{count}} Cluster ohne Verletzung',
    },
  },
  weeks: {
    title: 'Neu und behoben je Woche',
    sentence_one: '{{opened}} neu und {{closed}} behoben in {{count}} Woche',
    sentence_other: '{{opened}} neu und {{closed}} behoben in {{count}} Wochen',
    from: 'Woche ab',
    opened: 'Neu',
    closed: 'Behoben',
  },
  services: {
    title: 'Wer sie verletzt',
    none: 'Kein Dienst verletzt sie',
    service: 'Dienst',
    owner: 'Eigentümer',
    readiness: 'Produktionsreife',
    failing: 'Betroffene Objekte',
    exempted: 'Ausgenommene Objekte',
  },
  clusters: {
    title: 'Wo sie verletzt ist',
    none: 'Noch wurde kein Cluster bewertet',
    cluster: 'Cluster',
    state: 'Zustand',
    is: {
      failing: 'Verletzt',
      exempted: 'Ausgenommen',
      notEvaluated: 'Nicht ganz bewertet',
      clean: 'Nicht verletzt',
    },
  },
  fix: {
    title: 'Wie sie zu erfüllen ist',
    patch: 'Dieser Patch behebt das verletzende Beispiel {{example}} unten.',
    manifests:
      'Diese Objekte beheben das verletzende Beispiel {{example}} unten.',
    manifestsLabel: 'Objekte zum Anwenden',
  },
  judged: {
    title: 'Wie sie bewertet wird',
    notes: 'Bekannte Fehlalarme und Streitfragen',
  },
  examples: {
    title: 'Beispiele',
    label: '{{state}}, Beispiel {{number}}',
  },
  gaps: {
    title: 'Wo sie nicht zu bewerten war',
    item: '{{cluster}}: {{reason}}, zuerst {{time}}',
  },
  askedFor: {
    title: 'Verlangt von',
    others: 'Seine anderen Kontrollen',
    references: 'Mehr dazu',
  },
  unknown: {
    title: 'Es gibt keine Kontrolle „{{id}}“',
    description:
      'Die Kontrollbibliothek dieses Portals hat sie nicht. Die Adresse ist vielleicht falsch geschrieben, oder die Kontrolle stammt aus einer neueren Fassung der Bibliothek.',
    all: 'Alle Kontrollen',
  },
};
