import { Link } from '@backstage/ui';
import type {
  ControlDrift,
  DriftCluster,
  DriftResponse,
  DriftSide,
} from 'backstage-plugin-security-posture-common';
import { useBoardLink } from '../../routing';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { DataColumn, DataTable } from '../DataTable';
import { SeverityBadge } from '../SeverityBadge';
import { StateMark } from '../StateMark';
import styles from './ClusterDrift.module.css';

/** Props of {@link DriftTable}. */
export interface DriftTableProps {
  drift: DriftResponse;
  outdated: boolean;
}

/** The controls that do not stand alike in two clusters, the gravest first. */
export function DriftTable({ drift, outdated }: DriftTableProps) {
  const { t } = usePostureTranslation();
  const { a, b } = drift;
  return (
    <DataTable
      label={t('clusters.drift.label', { a: nameOf(a), b: nameOf(b) })}
      columns={useColumns(drift)}
      rows={drift.items}
      rowKey={({ control }) => control}
      outdated={outdated}
    />
  );
}

function useColumns({ a, b }: DriftResponse): DataColumn<ControlDrift>[] {
  const { t } = usePostureTranslation();
  const link = useBoardLink();
  return [
    {
      id: 'control',
      header: t('clusters.drift.control'),
      rowHeader: true,
      cell: ({ control, title }) => (
        <Link
          href={link('controls', { name: control })}
          className={styles.link}
        >
          {title}
        </Link>
      ),
    },
    {
      id: 'severity',
      header: t('clusters.drift.severity'),
      cell: ({ severity }) => <SeverityBadge severity={severity} />,
    },
    ...[a, b].map((cluster, index) => ({
      id: index === 0 ? 'a' : 'b',
      header: nameOf(cluster),
      cell: (row: ControlDrift) => (
        <SideWords
          side={index === 0 ? row.a : row.b}
          href={link('findings', {
            query: { control: row.control, cluster: cluster.name },
          })}
        />
      ),
    })),
  ];
}

function SideWords({ side, href }: { side: DriftSide; href: string }) {
  const { t } = usePostureTranslation();
  const { failing, notEvaluated, gap } = side;
  if (gap && failing === 0)
    return (
      <StateMark state="notEvaluated">
        {t('clusters.drift.gap', { reason: t(`shared.reason.${gap}`) })}
      </StateMark>
    );
  if (failing + notEvaluated === 0)
    return <StateMark state="passing">{t('clusters.drift.noFail')}</StateMark>;
  return (
    <span className={styles.side}>
      {failing > 0 && (
        <StateMark state="failing">
          <Link href={href} className={styles.link}>
            {t('clusters.drift.failing', { count: failing })}
          </Link>
        </StateMark>
      )}
      {notEvaluated > 0 && (
        <StateMark state="notEvaluated">
          {t('clusters.drift.notEvaluated', { count: notEvaluated })}
        </StateMark>
      )}
    </span>
  );
}

function nameOf({ name, title }: DriftCluster): string {
  return title ?? name;
}
