import {
  EntityOrder,
  EntityRow,
  Readiness,
} from 'backstage-plugin-security-posture-common';

type Comparison = (left: EntityRow, right: EntityRow) => number;

const READINESS_RANK: Readonly<Record<Readiness, number>> = {
  notReady: 0,
  unknown: 1,
  ready: 2,
};

const NO_POSTURE_RANK = 3;

const byName: Comparison = (left, right) =>
  compareText(nameOf(left), nameOf(right));

const byScore: Comparison = (left, right) =>
  (left.score.value ?? Infinity) - (right.score.value ?? Infinity) || 0;

const byPosture: Comparison = (left, right) => rankOf(left) - rankOf(right);

/** By what stands between the entity and production, as its row shows it. */
const byBlocking: Comparison = (left, right) =>
  right.blocking.critical - left.blocking.critical ||
  right.blocking.high - left.blocking.high;

/** Never scanned before long ago; rows without posture are sorted last by who uses this. */
const byFreshness: Comparison = (left, right) =>
  compareText(left.lastSuccessAt ?? '', right.lastSuccessAt ?? '');

const hasPosture: Comparison = (left, right) =>
  Number(left.state !== 'judged') - Number(right.state !== 'judged');

const COMPARISONS: Readonly<Record<EntityOrder, readonly Comparison[]>> = {
  worst: [byPosture, byScore],
  name: [byName],
  score: [hasPosture, byScore],
  critical: [hasPosture, byBlocking, byScore],
  freshness: [hasPosture, byFreshness],
};

/** Rows in an order; ties by ref, and rows without a posture last in all orders but that by name. */
export function orderRows(
  rows: readonly EntityRow[],
  order: EntityOrder,
): readonly EntityRow[] {
  const comparisons = COMPARISONS[order];
  return [...rows].sort((left, right) => {
    for (const compare of comparisons) {
      const difference = compare(left, right);
      if (difference) return difference;
    }
    return compareText(left.entityRef, right.entityRef);
  });
}

function rankOf(row: EntityRow): number {
  return row.state === 'judged'
    ? READINESS_RANK[row.readiness]
    : NO_POSTURE_RANK;
}

/** The title, else the name of the ref. */
function nameOf({ title, entityRef }: EntityRow): string {
  return (title ?? entityRef.slice(entityRef.indexOf('/') + 1)).toLowerCase();
}

/** By code unit: the same on every machine. */
function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
