export { ClusterFailure } from './ClusterFailure';
