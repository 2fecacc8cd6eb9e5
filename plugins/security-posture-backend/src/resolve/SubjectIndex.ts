import { LabelSelector, selectorMatches } from 'security-posture-engine';
import { SubjectLabels } from '../sweep/subjectLabels';

/** A stored workload, as resolving sees it. */
export interface StoredSubject {
  readonly id: number;
  readonly key: string;
  readonly cluster: string;
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
  readonly labels: SubjectLabels;
  /** Keys of the images and the service account that it uses. */
  readonly uses: readonly string[];
}

/** Finds stored workloads by label without looking at all of them. */
export class SubjectIndex {
  private readonly subjects: StoredSubject[] = [];
  private readonly byLabel = new Map<string, StoredSubject[]>();
  private readonly byName = new Map<string, StoredSubject[]>();
  private readonly counts = new Map<string, number>();

  constructor(subjects: readonly StoredSubject[] = []) {
    for (const subject of subjects) this.add(subject);
  }

  /** Takes one more workload. */
  add(subject: StoredSubject): void {
    this.subjects.push(subject);
    addTo(this.byName, subject.name, subject);
    this.increment(subject.cluster);
    this.increment(`${subject.cluster}/${subject.namespace ?? ''}`);
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

  /** Workloads of this name. */
  named(name: string): readonly StoredSubject[] {
    return this.byName.get(name) ?? [];
  }

  /** How many workloads these clusters have, in one namespace or in all. */
  count(clusters: readonly string[], namespace?: string): number {
    return clusters.reduce(
      (sum, cluster) =>
        sum +
        (this.counts.get(namespace ? `${cluster}/${namespace}` : cluster) ?? 0),
      0,
    );
  }

  private increment(place: string): void {
    this.counts.set(place, (this.counts.get(place) ?? 0) + 1);
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
