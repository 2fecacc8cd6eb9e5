import type {
  ClusterOverview,
  ClusterPosture,
} from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { ControlMeter } from '../ControlMeter';
import { Coverage } from '../Coverage';
import { Delta } from '../Delta';
import { directionWords } from '../Delta/directionWords';
import { RelativeTime } from '../RelativeTime';
import { Score } from '../Score';
import { durationWords } from './durationWords';
import { UntilTime } from './UntilTime';
import styles from './ClusterPage.module.css';

/** Score, controls by state, coverage and the last sweep of a cluster, side by side. */
export function ClusterFacts({ overview }: { overview: ClusterOverview }) {
  const { t } = usePostureTranslation();
  const { cluster, weekAgo } = overview;
  const posture = cluster.posture!;
  const stale = cluster.state !== 'scanned';
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{t('clusters.facts.score')}</dt>
        <dd>
          <Score score={posture.score} size="large" faded={stale} />
          <WeekChange now={posture.score.value} weekAgo={weekAgo} />
          <span className={styles.aside}>{scoreNote(posture, t)}</span>
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
          <Coverage value={posture.score.coverage} />
        </dd>
      </div>
      <div>
        <dt>{t('clusters.facts.sweep')}</dt>
        <dd>
          <SweepFacts overview={overview} />
        </dd>
      </div>
    </dl>
  );
}

function scoreNote(
  { score, raw }: ClusterPosture,
  t: ReturnType<typeof usePostureTranslation>['t'],
): string {
  return raw.value === null || raw.value === score.value
    ? t('clusters.facts.apart')
    : t('clusters.facts.raw', { raw: String(raw.value) });
}

function controlsOf({ controls }: ClusterPosture): number {
  return Object.values(controls).reduce((sum, count) => sum + count, 0);
}

interface WeekChangeProps {
  now: number | null;
  weekAgo: number | null | undefined;
}

function WeekChange({ now, weekAgo }: WeekChangeProps) {
  const { t } = usePostureTranslation();
  if (now === null || weekAgo === null || weekAgo === undefined) return null;
  const by = now - weekAgo;
  return (
    <span className={styles.change}>
      <Delta by={by} better="up" spoken={directionWords(by, t)}>
        {by === 0
          ? t('clusters.facts.weekNone')
          : t('clusters.facts.week', { count: Math.abs(by) })}
      </Delta>
    </span>
  );
}

function SweepFacts({ overview }: { overview: ClusterOverview }) {
  const { t } = usePostureTranslation();
  const { cluster, sweeps, nextSweepAt } = overview;
  const last = sweeps.find(({ opened }) => opened !== undefined);
  const locale = t('shared.locale');
  return (
    <>
      <strong className={styles.time}>
        {cluster.lastSuccessAt ? (
          <RelativeTime iso={cluster.lastSuccessAt} />
        ) : (
          t('clusters.facts.none')
        )}
      </strong>
      {last?.durationSeconds !== undefined && (
        <span className={styles.aside}>
          {t('clusters.facts.took', {
            time: durationWords(last.durationSeconds, t),
            objects: t('clusters.facts.objects', {
              count: last.objects,
              number: new Intl.NumberFormat(locale).format(last.objects),
            }),
          })}
        </span>
      )}
      {nextSweepAt && (
        <span className={styles.aside}>
          {t('clusters.facts.next', { time: <UntilTime iso={nextSweepAt} /> })}
        </span>
      )}
    </>
  );
}
