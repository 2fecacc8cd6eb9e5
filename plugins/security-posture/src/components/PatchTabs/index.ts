export { PatchForms } from './PatchForms';
export { PatchTabs } from './PatchTabs';
