export { ScopePostureTab } from './ScopePostureTab';
