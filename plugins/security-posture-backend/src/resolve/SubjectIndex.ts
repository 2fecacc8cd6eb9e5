import { LabelSelector, selectorMatches } from 'security-posture-engine';
import { SubjectLabels } from '../sweep/subjectLabels';

/** A stored workload of a cluster, as resolving sees it. */
export interface StoredSubject {
  readonly id: number;
  readonly key: string;
  readonly namespace?: string;
  readonly name: string;
  readonly labels: SubjectLabels;
  /** Keys of the images and the service account that it uses. */
  readonly uses: readonly string[];
}

/** Finds stored workloads of a cluster by label without looking at all of them. */
export class SubjectIndex {
  private readonly subjects: StoredSubject[] = [];
  private readonly byLabel = new Map<string, StoredSubject[]>();

  /** Takes one more workload. */
  add(subject: StoredSubject): void {
    this.subjects.push(subject);
    for (const label of labelsOf(subject)) addTo(this.byLabel, label, subject);
  }

  /** Workloads whose own labels or whose pods' labels meet the selector. */
  select(selector: LabelSelector): readonly StoredSubject[] {
    return this.candidates(selector).filter(
      ({ labels }) =>
        selectorMatches(selector, labels.own) ||
        selectorMatches(selector, labels.pod),
    );
  }

  private candidates({
    requirements,
  }: LabelSelector): readonly StoredSubject[] {
    const exact = requirements.find(({ operator }) => operator === 'in');
    if (!exact) return this.subjects;
    const found = exact.values.flatMap(
      value => this.byLabel.get(`${exact.key}=${value}`) ?? [],
    );
    return exact.values.length > 1 ? [...new Set(found)] : found;
  }
}

function labelsOf({ labels }: StoredSubject): Set<string> {
  return new Set(
    [...Object.entries(labels.own), ...Object.entries(labels.pod)].map(
      ([key, value]) => `${key}=${value}`,
    ),
  );
}

function addTo<T>(index: Map<string, T[]>, key: string, item: T): void {
  const items = index.get(key);
  if (items) items.push(item);
  else index.set(key, [item]);
}
