import type {
  ClusterFreshness,
  EntityPosture,
} from 'backstage-plugin-security-posture-common';
import { joinWords } from '../../model/joinWords';
import {
  PostureTranslate,
  usePostureTranslation,
} from '../../translation/usePostureTranslation';
import { ControlMeter } from '../ControlMeter';
import { Coverage } from '../Coverage';
import { oldestScan } from '../Freshness/oldestScan';
import { RelativeTime } from '../RelativeTime';
import { Score } from '../Score';
import { comparedScore, ScoreChange } from '../ScoreChange';
import { isStale, requiredCoverage } from '../Verdict';
import styles from './EntityPostureTab.module.css';

/** Score, controls by state, coverage and freshness, side by side. */
export function PostureFacts({ posture }: { posture: EntityPosture }) {
  const { t } = usePostureTranslation();
  const stale = isStale(posture);
  const required = requiredCoverage(posture);
  const recent = comparedScore(posture);
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{t('tab.facts.score')}</dt>
        <dd>
          <Score
            score={posture.score}
            size="large"
            faded={stale || required !== undefined}
          />
          {recent && (
            <span className={styles.under}>
              <ScoreChange recent={recent} />
            </span>
          )}
          {posture.raw.value !== posture.score.value && (
            <span className={styles.aside}>
              {t('shared.score.raw', { score: String(posture.raw.value) })}
            </span>
          )}
        </dd>
      </div>
      <div className={styles.controls}>
        <dt>{t('tab.facts.controls', { count: controlsOf(posture) })}</dt>
        <dd>
          <ControlMeter
            controls={posture.controls}
            stale={stale}
            withNotApplicable
          />
        </dd>
      </div>
      <div className={styles.coverage}>
        <dt>{t('shared.coverage.title')}</dt>
        <dd>
          <Coverage value={posture.score.coverage} required={required} />
        </dd>
      </div>
      <div>
        <dt>{t('tab.facts.lastScan')}</dt>
        <dd>
          <LastScan posture={posture} />
        </dd>
      </div>
    </dl>
  );
}

function LastScan({ posture }: { posture: EntityPosture }) {
  const { t } = usePostureTranslation();
  const oldest = oldestScan(posture.clusters);
  const neverScanned = oldest
    ? posture.clusters.filter(({ lastSuccessAt }) => !lastSuccessAt)
    : [];
  const named = posture.clusters.filter(one => !neverScanned.includes(one));
  return (
    <>
      <strong className={styles.time}>
        {oldest ? <RelativeTime iso={oldest} /> : t('tab.facts.never')}
      </strong>
      <span className={styles.aside}>
        {joinWords(
          named.map(cluster => clusterWords(cluster, t)),
          t('shared.locale'),
        )}
        , {t('shared.workloads', { count: posture.workloads })}
      </span>
      {neverScanned.map(cluster => (
        <span key={cluster.cluster} className={styles.aside}>
          {clusterWords(cluster, t)}: {t('tab.facts.never')}
        </span>
      ))}
    </>
  );
}

function clusterWords(
  { cluster, title, production }: ClusterFreshness,
  t: PostureTranslate,
): string {
  const name = title ?? cluster;
  return production ? `${name} (${t('shared.production')})` : name;
}

function controlsOf({ controls }: EntityPosture): number {
  const { failing, passing, notEvaluated, notApplicable } = controls;
  return failing + passing + notEvaluated + notApplicable;
}
