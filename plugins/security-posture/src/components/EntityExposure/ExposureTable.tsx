import { Link } from '@backstage/ui';
import type {
  ExposureResponse,
  WorkloadExposureView,
} from 'backstage-plugin-security-posture-common';
import { subjectId, subjectName } from '../../model/subjectName';
import { useEntityTabLink } from '../../routing';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { DataColumn, DataTable } from '../DataTable';
import { AccountCell } from './AccountCell';
import styles from './EntityExposure.module.css';
import { PoliciesCell } from './PoliciesCell';
import { ReachCell } from './ReachCell';
import { ServicesCell } from './ServicesCell';
import { NodesById } from './waysIn';

/** Props of {@link ExposureTable}. */
export interface ExposureTableProps {
  entityRef: string;
  exposure: ExposureResponse;
  nodes: NodesById;
}

/** All that the picture shows, by workload. */
export function ExposureTable(props: ExposureTableProps) {
  const { entityRef, exposure, nodes } = props;
  const { t } = usePostureTranslation();
  const columns: DataColumn<WorkloadExposureView>[] = [
    {
      id: 'workload',
      header: t('entity.workloads.workload'),
      rowHeader: true,
      cell: row => <Workload entityRef={entityRef} row={row} />,
    },
    {
      id: 'reach',
      header: t('entity.exposure.reached'),
      cell: row => <ReachCell row={row} nodes={nodes} />,
    },
    {
      id: 'services',
      header: t('entity.exposure.services'),
      cell: row => <ServicesCell row={row} nodes={nodes} />,
    },
    {
      id: 'policies',
      header: t('entity.exposure.policies'),
      cell: row => <PoliciesCell row={row} nodes={nodes} />,
    },
    {
      id: 'account',
      header: t('entity.exposure.may'),
      cell: row => (
        <AccountCell row={row} nodes={nodes} edges={exposure.edges} />
      ),
    },
  ];
  return (
    <DataTable
      label={t('entity.exposure.label')}
      columns={columns}
      rows={exposure.workloads}
      rowKey={({ id }) => id}
    />
  );
}

function Workload({
  entityRef,
  row: { resource },
}: {
  entityRef: string;
  row: WorkloadExposureView;
}) {
  const tabLink = useEntityTabLink();
  const href = tabLink(entityRef, { subject: subjectId(resource) });
  return (
    <span className={styles.lines}>
      <Link href={href} weight="bold">
        {subjectName(resource)}
      </Link>
      <span className={styles.aside}>{resource.cluster}</span>
    </span>
  );
}
