import { Link } from '@backstage/ui';
import type { WorkloadView } from 'backstage-plugin-security-posture-common';
import { COUNTING_SEVERITIES } from '../../model/severities';
import { subjectId, subjectName } from '../../model/subjectName';
import { useEntityTabLink } from '../../routing';
import {
  PostureTranslate,
  usePostureTranslation,
} from '../../translation/usePostureTranslation';
import type { DataColumn } from '../DataTable';
import { RelativeTime } from '../RelativeTime';
import { SeverityBadge } from '../SeverityBadge';
import styles from './EntityWorkloads.module.css';

/** Images of one workload that its row names. */
const IMAGES_SHOWN = 3;

/** The columns of a list of workloads. A workload leads to its findings. */
export function useWorkloadColumns(
  entityRef: string,
): readonly DataColumn<WorkloadView>[] {
  const { t } = usePostureTranslation();
  const tabLink = useEntityTabLink();
  const findingsOf = ({ resource }: WorkloadView) =>
    tabLink(entityRef, { subject: subjectId(resource) });
  return [
    {
      id: 'workload',
      header: t('entity.workloads.workload'),
      rowHeader: true,
      width: '21%',
      cell: workload => (
        <WorkloadName workload={workload} href={findingsOf(workload)} />
      ),
    },
    {
      id: 'cluster',
      header: t('entity.workloads.cluster'),
      cell: ({ resource }) => resource.cluster,
    },
    {
      id: 'images',
      header: t('entity.workloads.images'),
      cell: ({ images }) => <Images images={images} />,
    },
    {
      id: 'account',
      header: t('entity.workloads.account'),
      width: '13%',
      cell: ({ serviceAccount }) =>
        serviceAccount ?? (
          <span className={styles.quiet}>
            {t('entity.workloads.defaultAccount')}
          </span>
        ),
    },
    {
      id: 'failing',
      header: t('entity.workloads.failing'),
      cell: workload => failingWords(workload, t),
    },
    {
      id: 'worst',
      header: t('entity.workloads.worst'),
      width: '96px',
      cell: ({ worst }) =>
        worst ? (
          <SeverityBadge severity={worst} />
        ) : (
          <span className={styles.quiet}>{t('entity.workloads.nothing')}</span>
        ),
    },
    {
      id: 'firstSeen',
      header: t('entity.workloads.firstSeen'),
      width: '104px',
      cell: ({ firstSeenAt }) => <RelativeTime iso={firstSeenAt} />,
    },
  ];
}

function WorkloadName({
  workload: { resource },
  href,
}: {
  workload: WorkloadView;
  href: string;
}) {
  const { t } = usePostureTranslation();
  const { kind, namespace } = resource;
  return (
    <span className={styles.lines}>
      <Link href={href} weight="bold">
        {subjectName(resource)}
      </Link>
      <span className={styles.aside}>
        {namespace ? t('entity.workloads.kindIn', { kind, namespace }) : kind}
      </span>
    </span>
  );
}

function Images({ images }: { images: readonly string[] }) {
  const { t } = usePostureTranslation();
  const more = images.length - IMAGES_SHOWN;
  return (
    <span className={styles.lines}>
      {images.slice(0, IMAGES_SHOWN).map(image => (
        <code key={image} className={styles.image}>
          {image}
        </code>
      ))}
      {more > 0 && (
        <span className={styles.aside}>
          {t('entity.andMore', { count: more })}
        </span>
      )}
    </span>
  );
}

/** "1 critical, 3 high, 6 medium"; notes are no failures that count. */
function failingWords({ failing }: WorkloadView, t: PostureTranslate) {
  const counts = COUNTING_SEVERITIES.filter(severity => failing[severity] > 0);
  if (counts.length === 0)
    return (
      <span className={styles.quiet}>{t('entity.workloads.noneFailing')}</span>
    );
  return counts
    .map(severity =>
      t(`entity.failing.${severity}`, { count: failing[severity] }),
    )
    .join(', ');
}
