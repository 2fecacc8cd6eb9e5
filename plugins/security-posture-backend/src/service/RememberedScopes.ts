import { ScopeKind } from 'backstage-plugin-security-posture-common';
import { ReadinessTerms } from '../database/operations/readinessSql';
import { Visibility } from '../database/operations/visibleRefs';
import { ControlSums, ScopeReader, VerdictSum } from '../database/ScopeReader';
import { SightCache } from './SightCache';

/** What is read of all groups, systems or domains for each of their pages, read once for all who see the same and ask within a moment. */
export class RememberedScopes {
  private readonly verdicts: SightCache<VerdictSum>;
  private readonly counts: SightCache<ControlSums>;

  /** `controls` are those that a matrix may have as columns, whatever is asked for. */
  constructor(
    private readonly reader: Pick<ScopeReader, 'readVerdict' | 'countControls'>,
    private readonly controls: ReadonlySet<string>,
    clock: () => number,
  ) {
    this.verdicts = new SightCache(clock);
    this.counts = new SightCache(clock);
  }

  verdictOf(
    type: ScopeKind,
    terms: ReadinessTerms,
    visibility: Visibility,
  ): Promise<VerdictSum> {
    const read = () => this.reader.readVerdict(type, terms, visibility);
    return this.verdicts.get(visibility, read, type);
  }

  controlsOf(
    type: ScopeKind,
    terms: ReadinessTerms,
    visibility: Visibility,
  ): Promise<ControlSums> {
    const count = () =>
      this.reader.countControls(type, this.controls, terms, visibility);
    return this.counts.get(visibility, count, type);
  }
}
