import type {
  ClusterScanView,
  ScanView,
} from 'backstage-plugin-security-posture-common';
import {
  PostureTranslate,
  usePostureTranslation,
} from '../../translation/usePostureTranslation';
import styles from './ScanProgress.module.css';

/** How far a scan is: words, objects read and a bar. The words are read out politely as they change. */
export function ScanProgress({ scan }: { scan: ScanView }) {
  const { t } = usePostureTranslation();
  const { read, total } = listsOf(scan);
  const objects = scan.clusters.reduce(
    (sum, each) => sum + each.objectsRead,
    0,
  );
  const words = progressWords(scan, t);
  return (
    <div className={styles.progress}>
      <div className={styles.words}>
        <span role="status">{words}</span>
        {objects > 0 && (
          <span className={styles.objects}>
            {t('shared.scan.objects', {
              count: objects,
              number: new Intl.NumberFormat(t('shared.locale')).format(objects),
            })}
          </span>
        )}
      </div>
      <div
        className={styles.bar}
        role="progressbar"
        aria-label={t('shared.scan.progress')}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={read}
        aria-valuetext={words}
      >
        <span
          className={styles.done}
          style={{ width: `${total === 0 ? 0 : (100 * read) / total}%` }}
        />
      </div>
    </div>
  );
}

function listsOf({ clusters }: ScanView): { read: number; total: number } {
  return {
    read: clusters.reduce((sum, each) => sum + readOf(each), 0),
    total: clusters.reduce((sum, each) => sum + each.listsTotal, 0),
  };
}

/** A cluster that is done counts whole, also where its scan ended early. */
function readOf({ state, listsRead, listsTotal }: ClusterScanView): number {
  return state === 'finished' || state === 'failed' ? listsTotal : listsRead;
}

function progressWords({ clusters }: ScanView, t: PostureTranslate): string {
  const index = clusters.findIndex(({ state }) => state === 'running');
  if (index < 0) return t('shared.scan.waiting');
  return t('shared.scan.running', {
    cluster: clusters[index].cluster,
    number: String(index + 1),
    total: String(clusters.length),
  });
}
