import { ReactNode } from 'react';
import type {
  BlockingCounts,
  EntityPosture,
} from 'backstage-plugin-security-posture-common';
import {
  blockingOf,
  outsideProduction,
  sumOf,
} from '../../model/outsideProduction';
import { PostureTranslate } from '../../translation/usePostureTranslation';
import { formatPercent } from '../Coverage';
import { RelativeTime } from '../RelativeTime';
import { reasonOfKind } from './readiness';

/** What a verdict is read from. */
export type JudgedPosture = Pick<
  EntityPosture,
  'readiness' | 'reasons' | 'open' | 'scopeOfReadiness'
>;

type Judged = Pick<EntityPosture, 'readiness' | 'reasons'>;

/** A verdict as a sentence, and what it rests on. */
export interface VerdictWords {
  title: ReactNode;
  detail: ReactNode;
}

/** The words of a verdict. Of several reasons the one that a reader can act on leads. */
export function verdictWords(
  posture: JudgedPosture,
  t: PostureTranslate,
): VerdictWords {
  if (posture.readiness === 'ready') {
    return {
      title: t('shared.verdict.ready'),
      detail: t(
        sumOf(outsideOf(posture)) > 0
          ? 'shared.verdictDetail.readyInProduction'
          : 'shared.verdictDetail.ready',
      ),
    };
  }
  if (posture.readiness === 'notReady') {
    return {
      title: t('shared.verdict.notReady'),
      detail: blockers(posture, t),
    };
  }
  return (
    staleWords(posture, t) ??
    neverSweptWords(posture, t) ??
    evidenceWords(posture, t)
  );
}

/** "1 critical and 3 high findings must be fixed", and where others lie elsewhere, that these lie in production. */
function blockers(posture: JudgedPosture, t: PostureTranslate): string {
  const blocking = blockingOf(posture);
  const elsewhere = sumOf(outsideOf(posture)) > 0;
  return t(
    elsewhere
      ? 'shared.verdictDetail.blockersInProduction'
      : 'shared.verdictDetail.blockers',
    { count: sumOf(blocking), findings: countWords(blocking, 'openCount', t) },
  );
}

/** "1 more high finding outside production"; undefined where readiness counts all that is open. */
export function outsideWords(
  posture: JudgedPosture,
  t: PostureTranslate,
): string | undefined {
  const outside = outsideOf(posture);
  if (sumOf(outside) === 0) return undefined;
  const others = sumOf(blockingOf(posture)) > 0;
  return t('shared.verdictDetail.outside', {
    count: sumOf(outside),
    findings: countWords(outside, others ? 'moreCount' : 'openCount', t),
  });
}

function outsideOf(posture: JudgedPosture): BlockingCounts {
  return posture.scopeOfReadiness === 'production'
    ? outsideProduction(posture.open, blockingOf(posture))
    : { critical: 0, high: 0 };
}

/** "1 critical and 3 high"; only the first of them is "more". */
function countWords(
  counts: BlockingCounts,
  words: 'openCount' | 'moreCount',
  t: PostureTranslate,
): string {
  const severities = (['critical', 'high'] as const).filter(
    severity => counts[severity] > 0,
  );
  const [first, second] = severities.map((severity, index) =>
    t(`shared.${index === 0 ? words : 'openCount'}.${severity}`, {
      count: counts[severity],
    }),
  );
  return second ? t('shared.verdictDetail.and', { first, second }) : first;
}

function staleWords(
  posture: Judged,
  t: PostureTranslate,
): VerdictWords | undefined {
  const stale = reasonOfKind(posture, 'staleCluster');
  if (!stale) return undefined;
  const { cluster, since } = stale;
  return {
    title: since
      ? t('shared.verdict.unknownSince', {
          cluster,
          time: <RelativeTime iso={since} />,
        })
      : t('shared.verdict.unknownSilent', { cluster }),
    detail: t('shared.verdictDetail.lastPosture'),
  };
}

function neverSweptWords(
  posture: Judged,
  t: PostureTranslate,
): VerdictWords | undefined {
  const never = reasonOfKind(posture, 'neverSweptCluster');
  return (
    never && {
      title: t('shared.verdict.unknownNeverScanned', {
        cluster: never.cluster,
      }),
      detail: t('shared.verdictDetail.neverScanned'),
    }
  );
}

function evidenceWords(posture: Judged, t: PostureTranslate): VerdictWords {
  const low = reasonOfKind(posture, 'lowCoverage');
  if (low) {
    const locale = t('shared.locale');
    return {
      title: t('shared.verdict.unknownCoverage'),
      detail: t('shared.verdictDetail.coverage', {
        coverage: formatPercent(low.coverage, locale),
        required: formatPercent(low.required, locale),
      }),
    };
  }
  if (reasonOfKind(posture, 'nothingEvaluated')) {
    return {
      title: t('shared.verdict.unknownNothing'),
      detail: t('shared.verdictDetail.nothing'),
    };
  }
  return { title: t('shared.verdict.unknown'), detail: undefined };
}
