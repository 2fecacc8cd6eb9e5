import { ResourceType } from 'security-posture-engine';

/** Objects per page of kinds whose objects are large. A list that is too large for one answer would not be read at all. */
const PAGE_SIZES: Readonly<Record<string, number>> = {
  vulnerabilityreports: 25,
  exposedsecretreports: 100,
  infraassessmentreports: 100,
  clusterinfraassessmentreports: 25,
  clustercompliancereports: 10,
  policyreports: 100,
  clusterpolicyreports: 100,
  reports: 100,
  clusterreports: 100,
  configmaps: 100,
};

/** How many objects to ask for at once; undefined leaves it to the reader. */
export function pageSizeOf({
  plural,
  metadataOnly,
}: ResourceType): number | undefined {
  return metadataOnly ? undefined : PAGE_SIZES[plural];
}
