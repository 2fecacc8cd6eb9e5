/** The pages of the organisation's board, in the order of their tabs. The first one is at the board's root. */
export const BOARD_PAGES = [
  'overview',
  'services',
  'teams',
  'systems',
  'domains',
  'clusters',
  'controls',
  'findings',
  'exemptions',
  'coverage',
  'setup',
] as const;

/** A page of the organisation's board. */
export type BoardPage = (typeof BOARD_PAGES)[number];

/** Path of a page of the board below the board's root, and of one thing on that page where a name is given. */
export function boardPath(page: BoardPage, name?: string): string {
  if (name !== undefined) return `${page}/${encodeURIComponent(name)}`;
  return page === 'overview' ? '' : page;
}
