import { LabelMatcher } from './networkPolicies/podMatcher';
import { addTo } from './addTo';

type Labels = Readonly<Record<string, string>>;

/** Pods that can be asked for by their labels. */
export class LabelledPods {
  private readonly byTerm = new Map<string, Labels[]>();

  constructor(private readonly pods: readonly Labels[]) {
    for (const pod of pods)
      for (const [key, value] of Object.entries(pod)) {
        this.add(key, pod);
        this.add(`${key}=${value}`, pod);
      }
  }

  /** True where one of the pods is selected. Only pods that bear a label that is asked for are looked at. */
  some(matcher: LabelMatcher): boolean {
    return this.candidatesFor(matcher).some(pod =>
      matcher.matches({ labels: pod }),
    );
  }

  private candidatesFor({ termSets }: LabelMatcher): readonly Labels[] {
    let fewest = this.pods;
    for (const terms of termSets) {
      const bearing = terms.flatMap(term => this.byTerm.get(term) ?? []);
      if (bearing.length < fewest.length) fewest = bearing;
    }
    return fewest;
  }

  private add(term: string, pod: Labels): void {
    addTo(this.byTerm, term, pod);
  }
}
