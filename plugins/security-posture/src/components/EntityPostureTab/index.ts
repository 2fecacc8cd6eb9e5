export { EntityPostureTab } from './EntityPostureTab';
