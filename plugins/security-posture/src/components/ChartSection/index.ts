export { ChartSection } from './ChartSection';
export type { ChartSectionProps } from './ChartSection';
