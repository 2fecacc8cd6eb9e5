export { PatchTabs } from './PatchTabs';
