import { Link } from '@backstage/ui';
import { RiQuestionLine } from '@remixicon/react';
import type { ControlStandingDetails } from 'backstage-plugin-security-posture-common';
import { useBoardLink } from '../../routing';
import {
  PostureTranslate,
  usePostureTranslation,
} from '../../translation/usePostureTranslation';
import { DataColumn, DataTable } from '../DataTable';
import { EmptyState } from '../EmptyState';
import { ControlState, StateMark } from '../StateMark';
import { TabSection } from '../TabSection';
import styles from './ControlPage.module.css';

type ClusterRow = NonNullable<ControlStandingDetails['clusters']>[number];

const STATES: Readonly<Record<ClusterRow['state'], ControlState>> = {
  failing: 'failing',
  exempted: 'exempted',
  notEvaluated: 'notEvaluated',
  clean: 'passing',
};

const ORDER = Object.keys(STATES);

/** How a control stands in each cluster, those that fail it first. */
export function FailingClusters({
  clusters,
}: {
  clusters: readonly ClusterRow[];
}) {
  const { t } = usePostureTranslation();
  const link = useBoardLink();
  const linkOf = (cluster: string) => link('clusters', { name: cluster });
  const rows = [...clusters].sort(
    (left, right) => ORDER.indexOf(left.state) - ORDER.indexOf(right.state),
  );
  return (
    <TabSection flush title={t('control.clusters.title')}>
      {rows.length === 0 ? (
        <div className={styles.state}>
          <EmptyState
            icon={RiQuestionLine}
            title={t('control.clusters.none')}
          />
        </div>
      ) : (
        <DataTable
          label={t('control.clusters.title')}
          columns={columnsOf(linkOf, t)}
          rows={rows}
          rowKey={({ cluster }) => cluster}
        />
      )}
    </TabSection>
  );
}

function columnsOf(
  linkOf: (cluster: string) => string,
  t: PostureTranslate,
): DataColumn<ClusterRow>[] {
  return [
    {
      id: 'cluster',
      header: t('control.clusters.cluster'),
      rowHeader: true,
      cell: ({ cluster, title = cluster }) => (
        <Link className={styles.link} href={linkOf(cluster)}>
          <bdi>{title}</bdi>
        </Link>
      ),
    },
    {
      id: 'state',
      header: t('control.clusters.state'),
      cell: ({ state }) => (
        <StateMark state={STATES[state]}>
          {t(`control.clusters.is.${state}`)}
        </StateMark>
      ),
    },
    {
      id: 'failing',
      header: t('control.services.failing'),
      align: 'end',
      cell: ({ subjects }) => subjects || t('controls.table.none'),
    },
    {
      id: 'exempted',
      header: t('control.services.exempted'),
      align: 'end',
      cell: ({ exemptedSubjects }) =>
        exemptedSubjects || t('controls.table.none'),
    },
  ];
}
