export { Mapping } from './Mapping';
export { noClusterWords } from './noClusterWords';
export { unscannedWords } from './unscannedWords';
