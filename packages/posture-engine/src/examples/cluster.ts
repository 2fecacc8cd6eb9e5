import { clusterRef } from '../model/subject';

/** The cluster that examples and tests judge. */
export const CLUSTER = clusterRef('input');
