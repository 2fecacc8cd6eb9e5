export { Mapping } from './Mapping';
export { noClusterWords } from './noClusterWords';
