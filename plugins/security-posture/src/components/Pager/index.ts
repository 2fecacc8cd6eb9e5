export { Pager } from './Pager';
export type { PagerProps } from './Pager';
export { useCursorPages } from './useCursorPages';
export type { CursorPages } from './useCursorPages';
