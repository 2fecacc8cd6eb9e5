export { CompareButton } from './CompareButton';
export { Comparison } from './Comparison';
export type { ComparisonProps } from './Comparison';
export { ComparisonPanel } from './ComparisonPanel';
export type { ComparisonPanelProps } from './ComparisonPanel';
export { writeComparedDays } from './comparedDays';
export type { ComparedDays } from './comparedDays';
export type { LoadChanges } from './useChanges';
