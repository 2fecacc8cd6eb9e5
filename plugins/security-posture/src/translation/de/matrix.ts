import type { matrixMessages } from '../matrix';
import type { Translated } from '../flattenMessages';

/** Texts of tables that count what fails by row and column, in German. */
export const matrixMessagesInGerman: Translated<typeof matrixMessages> = {
  of: 'von {{of}}',
  nothingFails: 'Hier fällt nichts durch',
  cell: {
    fail: {
      services_one: '{{failing}} von {{count}} Dienst erfüllt dies nicht',
      services_other: '{{failing}} von {{count}} Diensten erfüllen dies nicht',
      subjects_one: '{{failing}} von {{count}} erfüllt dies nicht',
      subjects_other: '{{failing}} von {{count}} erfüllen dies nicht',
    },
    stale: '{{number}} davon veraltet',
    exempted: '{{number}} ausgenommen',
    notEvaluated: '{{number}} nicht bewertet',
    nothing: 'Nichts zu bewerten',
  },
  legend: {
    label: 'Legende',
    services: {
      quarter: 'bis 25 % der Dienste nicht erfüllt',
      half: 'bis 50 %',
      most: 'mehr als 50 %',
    },
    subjects: {
      quarter: 'bis 25 % nicht erfüllt',
      half: 'bis 50 %',
      most: 'mehr als 50 %',
    },
    none: 'bewertet, alle erfüllt',
    notEvaluated: 'nicht bewertet',
    stale: 'veraltet, zuletzt nicht erfüllt',
    exempted: 'ausgenommen',
  },
};
