import { ReactNode } from 'react';
import type {
  ExemptionEffect,
  ExemptionPreview,
  ScoreView,
} from 'backstage-plugin-security-posture-common';
import { joinWords } from '../../model/joinWords';
import {
  PostureTranslate,
  usePostureTranslation,
} from '../../translation/usePostureTranslation';
import { Grade } from '../Score';
import styles from './ExemptionRequest.module.css';

/** What an exemption would cover now, and what becomes of score and readiness, as the server has worked it out. */
export function EffectList({ preview }: { preview: ExemptionPreview }) {
  const { t } = usePostureTranslation();
  const { effect, criticalLeftOut } = preview;
  return (
    <dl
      className={styles.effect}
      aria-live="polite"
      aria-label={t('exemptions.request.effect.label')}
    >
      <dt>{t('exemptions.request.effect.covers')}</dt>
      <dd>{coverWords(preview, t)}</dd>
      {effect && (
        <>
          <dt>{t('exemptions.request.effect.score')}</dt>
          <dd>{scoreWords(effect, t)}</dd>
          <dt>{t('exemptions.request.effect.raw')}</dt>
          <dd>
            {effect.raw.value === null
              ? t('exemptions.request.effect.scoreNone')
              : t('exemptions.request.effect.scoreStays', {
                  score: String(effect.raw.value),
                })}
          </dd>
          <dt>{t('exemptions.request.effect.ready')}</dt>
          <dd>{readyWords(effect, t)}</dd>
        </>
      )}
      {criticalLeftOut > 0 && (
        <dd className={styles.whole}>
          {t('exemptions.request.effect.leftOut', { count: criticalLeftOut })}
        </dd>
      )}
    </dl>
  );
}

function coverWords(
  { appliesTo, consequences }: ExemptionPreview,
  t: PostureTranslate,
): string {
  if (appliesTo === 0) return t('exemptions.covers.none');
  const findings = t('exemptions.covers.count', { count: appliesTo });
  return consequences > 0
    ? t('exemptions.covers.following', { findings, count: consequences })
    : findings;
}

function scoreWords(
  { scoreFrom, scoreTo }: ExemptionEffect,
  t: PostureTranslate,
): ReactNode {
  if (scoreFrom.value === null || scoreTo.value === null) {
    return t('exemptions.request.effect.scoreNone');
  }
  if (scoreFrom.value === scoreTo.value) {
    return t('exemptions.request.effect.scoreStays', {
      score: <WithGrade score={scoreFrom} />,
    });
  }
  return t('exemptions.request.effect.scoreMoves', {
    from: <WithGrade score={scoreFrom} />,
    to: <WithGrade score={scoreTo} />,
  });
}

function WithGrade({ score }: { score: ScoreView }) {
  return (
    <span className={styles.graded}>
      {score.value} {score.grade && <Grade grade={score.grade} />}
    </span>
  );
}

function readyWords(
  { readinessTo, reasonsTo }: ExemptionEffect,
  t: PostureTranslate,
): string {
  if (readinessTo === 'ready') return t('exemptions.request.effect.readyYes');
  if (readinessTo === 'unknown') {
    return t('exemptions.request.effect.readyUnknown');
  }
  const open = reasonsTo.flatMap(reason =>
    reason.kind === 'openFindings'
      ? t(`shared.openCount.${reason.severity}`, { count: reason.count })
      : [],
  );
  return t('exemptions.request.effect.readyNo', {
    findings: joinWords(open, t('shared.locale')),
  });
}
