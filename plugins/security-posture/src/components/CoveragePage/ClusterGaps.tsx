import { Link } from '@backstage/ui';
import type { ClusterCoverage } from 'backstage-plugin-security-posture-common';
import { useBoardLink } from '../../routing';
import {
  PostureTranslate,
  usePostureTranslation,
} from '../../translation/usePostureTranslation';
import { RelativeTime } from '../RelativeTime';
import { gapsByReason, MENDABLE, ReasonGaps } from './gapsByReason';
import styles from './CoveragePage.module.css';

/** Why controls could not be judged on a whole cluster, and what would mend it, most controls first. */
export function ClusterGaps({ cluster }: { cluster: ClusterCoverage }) {
  const { t } = usePostureTranslation();
  const boardLink = useBoardLink();
  return (
    <div className={styles.gaps}>
      {gapsByReason(cluster.gaps).map(gaps => (
        <section key={gaps.reason}>
          <h3 className={styles.reason}>
            {sentenceCase(t(`shared.reason.${gaps.reason}`))}{' '}
            <span className={styles.second}>
              {t('coverage.clusters.since', {
                time: <RelativeTime iso={gaps.since} />,
              })}
            </span>
          </h3>
          <p className={styles.mend}>{mendOf(gaps, t)}</p>
          <ul className={styles.controls}>
            {gaps.controls.map(control => (
              <li key={control}>
                <Link
                  className={styles.link}
                  href={boardLink('controls', { name: control })}
                >
                  {control}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <Link
        className={styles.link}
        href={boardLink('clusters', { name: cluster.cluster })}
      >
        {t('coverage.clusters.rights')}
      </Link>
    </div>
  );
}

function mendOf({ reason }: ReasonGaps, t: PostureTranslate): string {
  const known = MENDABLE.find(one => one === reason);
  return t(`coverage.mend.${known ?? 'other'}`);
}

function sentenceCase(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}
