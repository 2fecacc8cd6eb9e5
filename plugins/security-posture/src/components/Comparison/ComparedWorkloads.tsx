import type { WorkloadChanges } from 'backstage-plugin-security-posture-common';
import { subjectId } from '../../model/subjectName';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { resourceWords } from '../HistoryEventWords';
import styles from './Comparison.module.css';

/** Props of {@link ComparedWorkloads}. */
export interface ComparedWorkloadsProps {
  added: WorkloadChanges;
  gone: WorkloadChanges;
}

/** Workloads that are there on one of both days only. */
export function ComparedWorkloads({ added, gone }: ComparedWorkloadsProps) {
  const { t } = usePostureTranslation();
  const none = added.total === 0 && gone.total === 0;
  return (
    <section className={styles.part}>
      <h3 className={styles.heading}>{t('trend.compare.workloads')}</h3>
      {none && (
        <p className={styles.aside}>{t('trend.compare.sameWorkloads')}</p>
      )}
      <Workloads
        title={t('trend.compare.workloadsNew', { count: added.total })}
        workloads={added}
      />
      <Workloads
        title={t('trend.compare.workloadsGone', { count: gone.total })}
        workloads={gone}
      />
    </section>
  );
}

function Workloads({
  title,
  workloads: { items, total },
}: {
  title: string;
  workloads: WorkloadChanges;
}) {
  const { t } = usePostureTranslation();
  if (total === 0) return null;
  return (
    <>
      <h4 className={styles.kind}>{title}</h4>
      <ul className={styles.list}>
        {items.map(resource => (
          <li key={subjectId(resource)}>{resourceWords(resource, t)}</li>
        ))}
        {total > items.length && (
          <li className={styles.aside}>
            {t('trend.compare.more', { count: total - items.length })}
          </li>
        )}
      </ul>
    </>
  );
}
