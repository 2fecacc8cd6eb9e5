import type {
  ChangesResponse,
  PastMembers,
  PastScore,
  SeverityCounts,
} from 'backstage-plugin-security-posture-common';
import { COUNTING_SEVERITIES } from '../../model/severities';
import { PostureTranslate } from '../../translation/usePostureTranslation';
import { wholePercent, writePercent } from '../Coverage';

/** A number on both days; null where it was not known. */
export interface ComparedFigure {
  id: string;
  label: string;
  from: number | null;
  to: number | null;
  /** Which direction is good; absent where neither is. */
  better?: 'up' | 'down';
  /** How it is written; as the number that it is where absent. */
  write?: (value: number) => string;
  /** True for a score of 0 to 100. */
  score?: true;
}

/** What measured the scores of the two days, where that was not the same. */
export interface OtherMeasure {
  from: string;
  to: string;
}

type Sides<T> = { from: T | null | undefined; to: T | null | undefined };

/** The numbers of both days: of an entity or a cluster its own, of many entities theirs together. */
export function figuresOf(
  changes: ChangesResponse,
  t: PostureTranslate,
): ComparedFigure[] {
  const { membersFrom, membersTo, scoreFrom, scoreTo } = changes;
  return membersFrom || membersTo
    ? memberFigures({ from: membersFrom, to: membersTo }, t)
    : ownFigures({ from: scoreFrom, to: scoreTo }, t);
}

/** The versions of library and profile, where another one measured the later score. */
export function otherMeasure(
  { scoreFrom, scoreTo }: ChangesResponse,
  t: PostureTranslate,
): OtherMeasure | undefined {
  if (!scoreFrom || !scoreTo) return undefined;
  const words = ({ library, profile }: PastScore) =>
    t('trend.compare.measuredBy', { library, profile });
  const [from, to] = [words(scoreFrom), words(scoreTo)];
  return from === to ? undefined : { from, to };
}

function ownFigures(
  sides: Sides<PastScore>,
  t: PostureTranslate,
): ComparedFigure[] {
  return [
    {
      ...both(sides, past => past.score.value),
      id: 'score',
      label: t('trend.compare.score'),
      better: 'up',
      score: true,
    },
    coverageFigure(sides, t),
    ...openFigures(sides, t),
    {
      ...both(sides, past => sumOf(past.exempted)),
      id: 'exempted',
      label: t('trend.compare.exempted'),
    },
    {
      ...both(sides, past => past.workloads),
      id: 'workloads',
      label: t('trend.compare.workloads'),
    },
  ];
}

function coverageFigure(
  sides: Sides<PastScore>,
  t: PostureTranslate,
): ComparedFigure {
  return {
    ...both(sides, ({ score: { coverage } }) =>
      coverage === null ? null : wholePercent(coverage),
    ),
    id: 'coverage',
    label: t('trend.compare.coverage'),
    write: percent => writePercent(percent, t('shared.locale')),
    better: 'up',
  };
}

function memberFigures(
  sides: Sides<PastMembers>,
  t: PostureTranslate,
): ComparedFigure[] {
  return [
    {
      ...both(sides, past => past.lowest),
      id: 'lowest',
      label: t('trend.compare.lowest'),
      better: 'up',
      score: true,
    },
    {
      ...both(sides, past => past.p10),
      id: 'tenth',
      label: t('trend.compare.tenth'),
      better: 'up',
      score: true,
    },
    ...openFigures(sides, t),
    {
      ...both(sides, past => past.total),
      id: 'members',
      label: t('trend.compare.members'),
    },
  ];
}

function openFigures(
  sides: Sides<{ open: SeverityCounts }>,
  t: PostureTranslate,
): ComparedFigure[] {
  return COUNTING_SEVERITIES.map(severity => ({
    ...both(sides, past => past.open[severity]),
    id: severity,
    label: t('trend.compare.open', {
      severity: t(`shared.severity.${severity}`).toLowerCase(),
    }),
    better: 'down' as const,
  }));
}

function both<T>({ from, to }: Sides<T>, read: (side: T) => number | null) {
  return { from: from ? read(from) : null, to: to ? read(to) : null };
}

function sumOf(counts: SeverityCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
