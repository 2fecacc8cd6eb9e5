import type {
  EntitiesResponse,
  EntityRow,
} from 'backstage-plugin-security-posture-common';
import { minutesAgo } from './samples';
import { NONE_EXEMPTED } from './sampleParts';

/** A row of the organisation's list: a service with one open critical finding. */
export function anEntityRow(over: Partial<EntityRow> = {}): EntityRow {
  return {
    entityRef: 'component:default/payments-api',
    title: 'Payments API',
    owner: 'group:default/payments',
    system: 'system:default/checkout',
    lifecycle: 'production',
    state: 'judged',
    readiness: 'notReady',
    score: { value: 16, grade: 'F', coverage: 0.96 },
    raw: { value: 16, grade: 'F', coverage: 0.96 },
    open: { critical: 1, high: 3, medium: 6, low: 5, info: 1 },
    exempted: NONE_EXEMPTED,
    blocking: { critical: 1, high: 3 },
    workloads: 3,
    lastSuccessAt: minutesAgo(12),
    staleClusters: [],
    ...over,
  };
}

/** Rows that show every way in which an entity can stand, worst first. */
export function everyEntityRow(): EntityRow[] {
  return [
    anEntityRow(),
    staleRow(),
    unmappedRow(),
    neverScannedRow(),
    readyRow(),
  ];
}

function staleRow(): EntityRow {
  return anEntityRow({
    entityRef: 'component:default/search-indexer',
    title: 'Search indexer',
    owner: 'group:default/search',
    system: undefined,
    readiness: 'unknown',
    score: { value: 67, grade: 'D', coverage: 0.91 },
    raw: { value: 67, grade: 'D', coverage: 0.91 },
    open: { critical: 0, high: 1, medium: 4, low: 2, info: 0 },
    exempted: NONE_EXEMPTED,
    blocking: { critical: 0, high: 1 },
    lastSuccessAt: minutesAgo(8 * 60),
    staleClusters: [
      {
        cluster: 'prod-us',
        state: 'unreachable',
        lastSuccessAt: minutesAgo(8 * 60),
      },
    ],
  });
}

function unmappedRow(): EntityRow {
  return unjudgedRow({
    entityRef: 'component:default/fraud-rules',
    title: undefined,
    state: 'notMapped',
  });
}

function neverScannedRow(): EntityRow {
  return unjudgedRow({
    entityRef: 'component:default/refunds',
    title: 'Refunds',
    owner: undefined,
    state: 'neverScanned',
    staleClusters: [
      { cluster: 'prod-ap', title: 'Production AP', state: 'neverScanned' },
    ],
  });
}

function unjudgedRow(over: Partial<EntityRow>): EntityRow {
  return anEntityRow({
    readiness: 'unknown',
    score: { value: null, grade: null, coverage: null },
    raw: { value: null, grade: null, coverage: null },
    open: { critical: 0, high: 0, medium: 0, low: 0, info: 0 },
    exempted: NONE_EXEMPTED,
    blocking: { critical: 0, high: 0 },
    workloads: 0,
    lastSuccessAt: undefined,
    ...over,
  });
}

/** Ready, with a finding outside production. */
function readyRow(): EntityRow {
  return anEntityRow({
    entityRef: 'component:default/ledger',
    title: 'Ledger',
    readiness: 'ready',
    score: { value: 67, grade: 'D', coverage: 1 },
    raw: { value: 67, grade: 'D', coverage: 1 },
    open: { critical: 0, high: 1, medium: 0, low: 2, info: 0 },
    exempted: NONE_EXEMPTED,
    blocking: { critical: 0, high: 0 },
  });
}

/** A page of the organisation's list. */
export function anEntitiesAnswer(
  over: Partial<EntitiesResponse> = {},
): EntitiesResponse {
  const items = over.items ?? everyEntityRow();
  return { items, total: items.length, partial: false, ...over };
}
