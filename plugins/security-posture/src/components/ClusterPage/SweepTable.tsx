import type { ClusterSweep } from 'backstage-plugin-security-posture-common';
import {
  PostureTranslate,
  usePostureTranslation,
} from '../../translation/usePostureTranslation';
import { DataColumn, DataTable } from '../DataTable';
import { RelativeTime } from '../RelativeTime';
import { durationWords } from './durationWords';
import styles from './ClusterPage.module.css';

/** Props of {@link SweepTable}. */
export interface SweepTableProps {
  sweeps: readonly ClusterSweep[];
  /** True to say who asked for each, and to open what could not be read. */
  detailed?: boolean;
  outdated?: boolean;
}

/** Sweeps with what they took and found, newest first. */
export function SweepTable(props: SweepTableProps) {
  const { sweeps, detailed = false, outdated } = props;
  const { t } = usePostureTranslation();
  return (
    <DataTable
      label={t('clusters.sweeps.label')}
      columns={useColumns(detailed)}
      rows={sweeps}
      rowKey={({ id }) => id}
      outdated={outdated}
      expand={detailed ? sweep => unreadLists(sweep, t) : undefined}
    />
  );
}

function useColumns(detailed: boolean): DataColumn<ClusterSweep>[] {
  const { t } = usePostureTranslation();
  const number = new Intl.NumberFormat(t('shared.locale'));
  return [
    {
      id: 'started',
      header: t('clusters.sweeps.started'),
      rowHeader: true,
      cell: ({ startedAt }) => (
        <span className={styles.nowrap}>
          <RelativeTime iso={startedAt} />
        </span>
      ),
    },
    ...(detailed
      ? [
          {
            id: 'trigger',
            header: t('clusters.sweeps.trigger'),
            cell: ({ trigger }: ClusterSweep) =>
              t(`clusters.sweeps.triggers.${trigger}`),
          },
        ]
      : []),
    {
      id: 'took',
      header: t('clusters.sweeps.took'),
      align: 'end',
      cell: ({ durationSeconds }) =>
        durationSeconds === undefined
          ? t('clusters.sweeps.running')
          : durationWords(durationSeconds, t),
    },
    {
      id: 'objects',
      header: t('clusters.sweeps.objects'),
      align: 'end',
      cell: ({ objects }) => number.format(objects),
    },
    {
      id: 'opened',
      header: t('clusters.sweeps.opened'),
      align: 'end',
      cell: ({ opened }) =>
        opened === undefined ? '–' : number.format(opened),
    },
    {
      id: 'closed',
      header: t('clusters.sweeps.closed'),
      align: 'end',
      cell: ({ closed }) =>
        closed === undefined ? '–' : number.format(closed),
    },
    {
      id: 'errors',
      header: t('clusters.sweeps.errors'),
      cell: sweep => (
        <span className={styles.secondary}>{errorWords(sweep, t)}</span>
      ),
    },
  ];
}

function errorWords(sweep: ClusterSweep, t: PostureTranslate): string {
  const { status, reason, unreadLists: unread } = sweep;
  if (status === 'failed')
    return reason
      ? t('clusters.sweeps.failed', { reason: t(`shared.reason.${reason}`) })
      : t('clusters.sweeps.failedUnknown');
  if (unread) return t('clusters.sweeps.unread', { count: unread });
  return status === 'running' ? '–' : t('clusters.sweeps.noErrors');
}

function unreadLists({ lists }: ClusterSweep, t: PostureTranslate) {
  const unread = lists.filter(({ reason }) => reason);
  if (unread.length === 0) return undefined;
  return (
    <ul className={styles.list}>
      {unread.map(({ resource, reason }) => (
        <li key={resource}>
          {t('clusters.sweeps.unreadList', {
            resource,
            reason: t(`shared.reason.${reason!}`),
          })}
        </li>
      ))}
    </ul>
  );
}
