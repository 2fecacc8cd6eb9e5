export { ClusterList } from './ClusterList';
export { ClusterStateMark } from './ClusterStateMark';
