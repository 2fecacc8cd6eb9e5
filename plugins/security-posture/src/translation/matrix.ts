/** Texts of tables that count what fails by row and column. */
export const matrixMessages = {
  of: 'of {{of}}',
  nothingFails: 'Nothing fails here',
  cell: {
    fail: {
      services_one: '{{failing}} of {{count}} service fails',
      services_other: '{{failing}} of {{count}} services fail',
      subjects_one: '{{failing}} of {{count}} fails',
      subjects_other: '{{failing}} of {{count}} fail',
    },
    stale: '{{number}} of them stale',
    exempted: '{{number}} exempted',
    notEvaluated: '{{number}} not evaluated',
    nothing: 'Nothing to judge',
  },
  legend: {
    label: 'Key',
    services: {
      quarter: 'up to 25 % of services fail',
      half: 'up to 50 %',
      most: 'more than 50 %',
    },
    subjects: {
      quarter: 'up to 25 % fail',
      half: 'up to 50 %',
      most: 'more than 50 %',
    },
    none: 'judged, none fails',
    notEvaluated: 'not evaluated',
    stale: 'stale, last seen failing',
    exempted: 'exempted',
  },
} as const;
