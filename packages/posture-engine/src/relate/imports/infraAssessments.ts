import { KubernetesObject } from '../../model/kubernetesObject';
import { unlessMalformed } from '../../kit/unlessMalformed';
import { InfraAssessment, infraAssessment } from '../../read/infraAssessment';
import { memoByList } from '../memo';

/** What reports of Trivy's operator say. */
export interface InfraAssessments {
  /** By the place that a report is about: the newest. */
  readonly byPlace: ReadonlyMap<string, InfraAssessment>;
  /** How many reports cannot be parsed. */
  readonly unreadable: number;
}

/** The (Cluster)InfraAssessmentReports of a list. */
export const infraAssessments = memoByList(
  (reports: readonly KubernetesObject[]): InfraAssessments => {
    const byPlace = new Map<string, InfraAssessment>();
    let unreadable = 0;
    for (const report of reports) {
      const read = unlessMalformed(() => infraAssessment(report));
      if (!read) unreadable++;
      else keepNewer(byPlace, read);
    }
    return { byPlace, unreadable };
  },
);

/** Nodes or static pods, by the place that verdicts name. */
export const objectsByPlace = memoByList(
  (
    objects: readonly KubernetesObject[],
  ): ReadonlyMap<string, KubernetesObject> =>
    new Map(
      objects.map(object => [
        placeOf({ kind: object.kind, ...object.metadata }),
        object,
      ]),
    ),
);

/** How verdicts name what a report is about. */
export function placeOf({
  kind,
  namespace,
  name,
}: InfraAssessment['subject']): string {
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}

function keepNewer(
  byPlace: Map<string, InfraAssessment>,
  one: InfraAssessment,
): void {
  const place = placeOf(one.subject);
  const known = byPlace.get(place);
  if (!known || (one.reportedAt ?? 0) > (known.reportedAt ?? 0))
    byPlace.set(place, one);
}
