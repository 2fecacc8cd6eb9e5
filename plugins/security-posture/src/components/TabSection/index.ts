export { TabSection } from './TabSection';
