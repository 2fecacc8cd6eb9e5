import { SummaryResponse } from 'backstage-plugin-security-posture-common';
import { OrganisationNumbers } from '../database/OrganisationReader';
import { ClusterRecord } from '../database/records';

/** The organisation in numbers. */
export function summaryView(
  numbers: OrganisationNumbers,
  clusters: readonly ClusterRecord[],
): SummaryResponse {
  return {
    ...numbers,
    clusters: {
      total: clusters.length,
      answering: clusters.filter(({ state }) => state === 'scanned').length,
    },
  };
}
