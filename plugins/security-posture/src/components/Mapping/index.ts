export { Mapping } from './Mapping';
