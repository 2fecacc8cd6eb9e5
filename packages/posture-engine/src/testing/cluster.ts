import { SubjectRef } from '../model/subject';

/** The cluster that tests judge. */
export const CLUSTER: SubjectRef = {
  type: 'cluster',
  apiVersion: '',
  kind: 'Cluster',
  name: 'input',
};
