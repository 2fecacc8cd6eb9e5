export { HistoryEventWords } from './HistoryEventWords';
export type { EventLinks } from './HistoryEventWords';
export { eventWords, resourceWords } from './eventWords';
