import type { Translated } from '../flattenMessages';
import type { setupMessages } from '../setup';

/** Texts of the page that shows how far the portal is set up, in German. */
export const setupMessagesInGerman: Translated<typeof setupMessages> = {
  title: 'Was die Sicherheitslage braucht',
  state: {
    done: 'Erledigt',
    open: 'Zu tun',
    hidden: 'Nicht sichtbar',
  },
  steps: {
    backend: {
      title: 'Das Backend des Plugins ist da',
      done: 'Es beantwortet diese Seite.',
      open: 'Es antwortet nicht.',
      hidden: 'Es ist hier nicht sichtbar.',
    },
    clusters: {
      title: 'Cluster sind verbunden',
      done_one: 'Das Kubernetes-Plugin verbindet {{count}} Cluster.',
      done_other: 'Das Kubernetes-Plugin verbindet {{count}} Cluster.',
      open: 'Das Kubernetes-Plugin hat noch keinen Cluster. Eine eigene Verbindung ist nicht nötig: er gehört in dessen Konfiguration.',
      hidden:
        'Wer Cluster lesen darf, sieht sie hier (security-posture.cluster.read).',
      config: 'Ein Cluster in app-config.yaml',
    },
    answers: {
      title: 'Jeder Cluster wurde kürzlich untersucht',
      done_one: '{{done}} von {{count}} Cluster',
      done_other: '{{done}} von {{count}} Clustern',
      open_one: '{{done}} von {{count}} Cluster. Was ihm fehlt:',
      open_other: '{{done}} von {{count}} Clustern. Was den anderen fehlt:',
      hidden:
        'Wer Cluster lesen darf, sieht sie hier (security-posture.cluster.read).',
    },
    services: {
      title: 'Dienste sind mit ihren Workloads verknüpft',
      done_one:
        '{{done}} von {{count}} Dienst, der nach Workloads fragt, hat welche.',
      done_other:
        '{{done}} von {{count}} Diensten, die nach Workloads fragen, haben welche.',
      open_one:
        '{{done}} von {{count}} Dienst, der nach Workloads fragt, hat welche.',
      open_other:
        '{{done}} von {{count}} Diensten, die nach Workloads fragen, haben welche.',
      hidden: 'Sie sind hier nicht sichtbar.',
      next: 'Zeigen, was nicht verknüpft ist',
    },
  },
  clusters: {
    never: '{{why}}; er wurde noch nie untersucht',
    since: '{{why}}; zuletzt untersucht {{time}}',
  },
  rights: {
    cluster: 'Rechte prüfen in',
  },
};
