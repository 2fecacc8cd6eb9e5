import { flagRulesOf } from '../../data/controlPlaneFlags';
import { ControlContext, SubjectControl } from '../../model/control';
import { Judgement } from '../../model/finding';
import { ControlNeed } from '../../model/resources';
import { defineClusterControl } from '../defineControl';
import { FLAG_NEEDS, FlagNeed, judgeFlags } from './judgeFlags';

/** What each author of a control over flags writes: its words, and what its rule has beside the rows of the table of flags. */
interface FlagControl<Need extends ControlNeed>
  extends Omit<
    SubjectControl<'cluster', Need>,
    'subject' | 'category' | 'scope' | 'needs' | 'evaluate' | 'remedy'
  > {
  /** What it reads beside flags. */
  readonly needs?: readonly Need[];
  /** The verdict, given what the rows say; that of the rows where it is absent. */
  judge?(
    byFlags: Judgement,
    context: ControlContext<FlagNeed | Need>,
  ): Judgement;
}

/** Defines a control over the flags of a control plane: its rows are those of the table of flags that bear its id. */
export function defineFlagControl<const Need extends ControlNeed = never>({
  needs = [],
  judge = byFlags => byFlags,
  ...words
}: FlagControl<Need>): SubjectControl<'cluster'> {
  const rules = flagRulesOf(words.id);
  return defineClusterControl<FlagNeed | Need>({
    exampleSurroundings: { fromCluster: true },
    ...words,
    category: 'controlPlane',
    scope: 'controlPlane',
    needs: [...new Set<FlagNeed | Need>([...FLAG_NEEDS, ...needs])],
    evaluate: (_, context) => judge(judgeFlags(rules, context), context),
  });
}
