import type {
  EntityPosture,
  ResourceView,
} from 'backstage-plugin-security-posture-common';
import { PostureTranslate } from '../../translation/usePostureTranslation';

/** What findings are about beside workloads, by Kubernetes kind; a gap is about its whole cluster. */
const SUBJECTS: ReadonlyMap<string, Subject> = new Map([
  ['Image', 'image'],
  ['ServiceAccount', 'serviceAccount'],
  ['Cluster', 'cluster'],
]);

type Subject = 'workload' | 'image' | 'serviceAccount' | 'cluster';

/**
 * How many subjects findings are about: "3 of 5 workloads", "1 image, 2 clusters".
 * @param total - how many there are, where only some, all of one kind, are at hand
 */
export function subjectWords(
  subjects: readonly ResourceView[],
  posture: Pick<EntityPosture, 'workloads'>,
  t: PostureTranslate,
  total: number = subjects.length,
): string {
  const counts = countSubjects(subjects);
  if (counts.size < 2) {
    const [subject = 'workload'] = counts.keys();
    return countWords(subject, total, posture, t);
  }
  return [...counts]
    .map(([subject, count]) => countWords(subject, count, posture, t))
    .join(', ');
}

function countSubjects(
  resources: readonly ResourceView[],
): Map<Subject, number> {
  const counts = new Map<Subject, number>();
  for (const { kind } of resources) {
    const subject = SUBJECTS.get(kind) ?? 'workload';
    counts.set(subject, (counts.get(subject) ?? 0) + 1);
  }
  return counts;
}

function countWords(
  subject: Subject,
  count: number,
  { workloads }: Pick<EntityPosture, 'workloads'>,
  t: PostureTranslate,
): string {
  return subject === 'workload'
    ? t('shared.workloadsOf', {
        number: String(count),
        total: String(workloads),
      })
    : t(`shared.subjects.${subject}`, { count });
}
