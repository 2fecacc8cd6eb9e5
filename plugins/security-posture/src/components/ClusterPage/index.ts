export { ClusterPage } from './ClusterPage';
export { ConnectionRights } from './ConnectionRights';
