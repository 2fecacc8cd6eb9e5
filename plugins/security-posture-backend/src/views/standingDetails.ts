import {
  ControlStandingDetails,
  ControlView,
} from 'backstage-plugin-security-posture-common';
import { Control } from 'security-posture-engine';
import { GapRecord } from '../database/records';
import {
  ClusterStanding,
  Standings,
  Turnover,
} from '../database/StandingReader';
import { utcDay } from '../database/utcDay';
import { askedFor } from './askedFor';
import { controlView } from './controlView';
import { exampleFix } from './exampleFix';
import { exampleYaml } from './exampleYaml';
import { isoTime, timeAt } from './isoTime';
import { standingView } from './standingView';

/** What the page of a control is made of. */
export interface StandingParts {
  /** The module that added the control. */
  readonly addedBy?: string;
  readonly standings: Standings;
  readonly turnover: readonly Turnover[];
  readonly clusters?: readonly ClusterStanding[];
  readonly gaps?: readonly (GapRecord & { readonly title?: string })[];
}

/** A control in words, with how it stands. */
export function standingDetails(
  control: Control,
  { addedBy, standings, turnover, clusters, gaps }: StandingParts,
): ControlStandingDetails {
  const fix = exampleFix(control);
  return {
    control: inBlocks(controlView(control, addedBy)),
    standing: standingView(control, standings),
    ...timeAt('comparedSince', standings.comparedSince),
    askedFor: askedFor(control),
    ...(fix ? { exampleFix: fix } : {}),
    weeks: turnover.map(({ from, opened, closed }) => ({
      from: utcDay(from),
      opened,
      closed,
    })),
    ...(clusters ? { clusters: [...clusters] } : {}),
    ...(gaps ? { gaps: gaps.map(gapView) } : {}),
    partial: standings.partial,
  };
}

function gapView({
  cluster,
  title,
  reason,
  since,
}: NonNullable<StandingParts['gaps']>[number]) {
  return {
    cluster,
    ...(title === undefined ? {} : { title }),
    reason,
    since: isoTime(since),
  };
}

function inBlocks(control: ControlView): ControlView {
  const examples = Object.fromEntries(
    Object.entries(control.examples).map(([outcome, given]) => [
      outcome,
      given.map(exampleYaml),
    ]),
  ) as ControlView['examples'];
  return { ...control, examples };
}
