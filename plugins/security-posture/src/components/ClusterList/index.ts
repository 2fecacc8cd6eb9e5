export { ClusterList } from './ClusterList';
export { clusterMark } from './clusterMark';
export { ClusterStateMark } from './ClusterStateMark';
