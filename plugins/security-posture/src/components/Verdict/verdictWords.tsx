import { ReactNode } from 'react';
import type { EntityPosture } from 'backstage-plugin-security-posture-common';
import { PostureTranslate } from '../../translation/usePostureTranslation';
import { formatPercent } from '../Coverage';
import { RelativeTime } from '../RelativeTime';
import { reasonOfKind } from './readiness';

type Judged = Pick<EntityPosture, 'readiness' | 'reasons'>;

/** A verdict as a sentence, and what it rests on. */
export interface VerdictWords {
  title: ReactNode;
  detail: ReactNode;
}

/** The words of a verdict. Of several reasons the one that a reader can act on leads. */
export function verdictWords(
  posture: Judged,
  t: PostureTranslate,
): VerdictWords {
  if (posture.readiness === 'ready') {
    return {
      title: t('shared.verdict.ready'),
      detail: t('shared.verdictDetail.ready'),
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

/** "1 critical and 3 high findings must be fixed". */
function blockers({ reasons }: Judged, t: PostureTranslate): string {
  const open = reasons.flatMap(reason =>
    reason.kind === 'openFindings' ? [reason] : [],
  );
  const parts = open.map(({ severity, count }) =>
    t(`shared.openCount.${severity}`, { number: String(count) }),
  );
  const [first, second] = parts;
  return t('shared.verdictDetail.blockers', {
    count: open.reduce((sum, { count }) => sum + count, 0),
    findings: second ? t('shared.verdictDetail.and', { first, second }) : first,
  });
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
