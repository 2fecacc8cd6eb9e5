import { SubjectRef } from '../model/subject';

/** The cluster that examples and tests judge. */
export const CLUSTER: SubjectRef = {
  type: 'cluster',
  apiVersion: '',
  kind: 'Cluster',
  name: 'input',
};
