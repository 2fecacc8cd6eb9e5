import type { EntityPosture } from 'backstage-plugin-security-posture-common';
import {
  COUNTING_SEVERITIES,
  SCORE_BANDS,
  worstOpen,
} from '../../model/severities';
import {
  PostureTranslate,
  usePostureTranslation,
} from '../../translation/usePostureTranslation';
import { FixEffectWords } from '../FixFirst';
import { SeverityBadge } from '../SeverityBadge';
import { TabSection } from '../TabSection';
import styles from './WhyThisScore.module.css';

/** What makes the score: the band of the worst open finding, the open findings, and what each fix would bring. */
export function WhyThisScore({ posture }: { posture: EntityPosture }) {
  const { t } = usePostureTranslation();
  const { value } = posture.score;
  const title =
    value === null
      ? t('tab.why.titleNone')
      : t('tab.why.title', { score: String(value) });
  return (
    <TabSection title={title}>
      <p className={styles.sentence}>{whyWords(posture, t)}</p>
      <div className={styles.frame}>
        <div className={styles.lists}>
          <OpenFindings posture={posture} />
          <Effects posture={posture} />
        </div>
      </div>
    </TabSection>
  );
}

function whyWords(posture: EntityPosture, t: PostureTranslate): string {
  if (posture.score.value === null) return t('tab.why.none');
  const worst = worstOpen(posture.open);
  if (worst) {
    const { low, high } = SCORE_BANDS[worst];
    return t(`tab.why.band.${worst}`, { low: String(low), high: String(high) });
  }
  return t(
    posture.score.value === 100 ? 'tab.why.clean' : 'tab.why.cleanPartial',
  );
}

/** What the score counts: findings of the profile; notes never. */
function OpenFindings({ posture }: { posture: EntityPosture }) {
  const { t } = usePostureTranslation();
  const open = COUNTING_SEVERITIES.filter(
    severity => posture.open[severity] > 0,
  );
  if (open.length === 0) return null;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('tab.why.severity')}</th>
          <th scope="col" className={styles.number}>
            {t('tab.why.open')}
          </th>
        </tr>
      </thead>
      <tbody>
        {open.map(severity => (
          <tr key={severity}>
            <th scope="row">
              <SeverityBadge severity={severity} />
            </th>
            <td className={styles.number}>{posture.open[severity]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Effects({ posture }: { posture: EntityPosture }) {
  const { t } = usePostureTranslation();
  if (posture.fixFirst.length === 0) return null;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('tab.why.ifFixed')}</th>
          <th scope="col" className={styles.number}>
            {t('tab.why.effect')}
          </th>
        </tr>
      </thead>
      <tbody>
        {posture.fixFirst.map(item => (
          <tr key={item.control}>
            <th scope="row">{item.title}</th>
            <td className={styles.number}>
              <FixEffectWords item={item} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
