import type { boardMessages } from '../board';
import type { Translated } from '../flattenMessages';

/** Texts of the frame around the pages of the organisation's board, in German. */
export const boardMessagesInGerman: Translated<typeof boardMessages> = {
  title: 'Sicherheitslage',
  tabs: {
    overview: 'Übersicht',
    services: 'Dienste',
    teams: 'Teams',
    systems: 'Systeme',
    domains: 'Domänen',
    clusters: 'Cluster',
    controls: 'Kontrollen',
    findings: 'Befunde',
    exemptions: 'Ausnahmen',
    coverage: 'Abdeckung',
    setup: 'Einrichtung',
  },
  notFound: {
    title: 'Diese Seite gibt es nicht',
    description:
      'Die Adresse nennt eine Seite, die es hier nicht gibt. Sie ist vertippt oder gehört zu einer anderen Version.',
    back: 'Zur Übersicht',
  },
};
