import type { attestationMessages } from '../attestations';
import type { Translated } from '../flattenMessages';

/** Texts about what people state of a cluster, in German. */
export const attestationMessagesInGerman: Translated<
  typeof attestationMessages
> = {
  title: 'Bestätigungen',
  all_one: '{{count}} Bestätigung',
  all_other: 'Alle {{count}} Bestätigungen',
  add: 'Bestätigung hinzufügen',
  label: 'Bestätigungen, die nächste ablaufende zuerst',
  history: 'Bestätigungen, neueste zuerst',
  statement: 'Aussage',
  control: 'Kontrolle',
  by: 'Von',
  expires: 'Gilt bis',
  state: 'Zustand',
  actions: 'Aktion',
  outcome: { pass: 'Ist so', fail: 'Ist nicht so' },
  states: {
    inForce: 'In Kraft',
    expired: 'Abgelaufen',
    replaced: 'Ersetzt',
    withdrawn: 'Zurückgezogen',
  },
  expired: 'Abgelaufen am {{day}}',
  soon_one: 'noch {{count}} Tag',
  soon_other: 'noch {{count}} Tage',
  today: 'bis heute',
  endedBy: '{{time}} durch {{person}}',
  link: 'Wo es festgehalten ist',
  renew: 'Erneuern',
  withdraw: 'Zurückziehen',
  none: 'Noch hat niemand etwas bestätigt',
  noneDetail_one:
    '{{count}} Kontrolle wartet auf das, was nur ein Mensch sagen kann.',
  noneDetail_other:
    '{{count}} Kontrollen warten auf das, was nur ein Mensch sagen kann.',
  nothingAsked: 'Keine Kontrolle wartet hier auf einen Menschen.',
  waiting_one: '{{count}} Kontrolle wartet auf einen Menschen.',
  waiting_other: '{{count}} Kontrollen warten auf einen Menschen.',
  mayNot:
    'Zum Bestätigen braucht es die Berechtigung {{permission}}. Die Betreiber des Portals können sie erteilen.',
  loading: 'Bestätigungen werden geladen',
  panel: {
    title: 'Bestätigung hinzufügen',
    of: 'Für Cluster {{cluster}}',
    explained:
      'Manches zeigt keine API: eine Firewall, einen Penetrationstest. Die Aussage steht mit Namen da, bis sie abläuft, und zählt als Nachweis.',
    control: 'Kontrolle',
    choose: 'Kontrolle wählen',
    unknown:
      'Die Adresse nennt die Kontrolle {{control}}, die in diesem Cluster auf keinen Menschen wartet. Eine andere lässt sich wählen.',
    outcome: 'Ist es so?',
    pass: 'Ja, es ist so',
    fail: 'Nein, es ist nicht so',
    statement: 'Was angesehen wurde, und von wem',
    statementHint:
      '10 bis 2.000 Zeichen. Alle, die den Cluster sehen, lesen es.',
    statementShort: 'Mindestens 10 Zeichen sind nötig.',
    link: 'Wo es festgehalten ist',
    linkHint: 'Eine http- oder https-Adresse; darf leer bleiben.',
    linkWrong: 'Das ist keine http- oder https-Adresse.',
    expires: 'Gilt bis',
    expiresHint: 'Höchstens 365 Tage ab heute.',
    expiresWrong: 'Ein Tag von morgen bis {{day}} ist nötig.',
    replaces: 'Sie ersetzt, was {{person}} {{time}} sagte:',
    send: 'Bestätigen',
    cancel: 'Abbrechen',
    nothing: 'Keine Kontrolle wartet auf einen Menschen',
    nothingDetail:
      'Nur eine Kontrolle, die keine API beantwortet, nimmt eine Bestätigung an. In diesem Cluster gibt es keine.',
    failed: 'Die Bestätigung wurde nicht angenommen: {{message}}',
    kept: 'Was eingegeben wurde, steht noch da.',
  },
  withdrawal: {
    title: 'Diese Bestätigung zurückziehen?',
    explained:
      'Die Kontrolle wartet dann wieder auf einen Menschen, was die Abdeckung senkt. Die Aussage bleibt im Verlauf.',
    confirm: 'Zurückziehen',
    cancel: 'Behalten',
    failed: 'Sie wurde nicht zurückgezogen: {{message}}',
  },
};
