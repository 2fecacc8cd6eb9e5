/** The columns of the organisation's list, from left to right. */
export const COLUMNS = [
  'service',
  'owner',
  'readiness',
  'score',
  'critical',
  'high',
  'scanned',
] as const;

/** A column of the organisation's list. */
export type ColumnId = (typeof COLUMNS)[number];
