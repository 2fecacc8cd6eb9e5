import { Fragment, ReactNode } from 'react';
import { Link } from '@backstage/ui';
import type {
  AccessHolder,
  AccessRisk,
} from 'backstage-plugin-security-posture-common';
import { useBoardLink } from '../../routing';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { DataColumn, DataTable } from '../DataTable';
import { RelativeTime } from '../RelativeTime';
import { SeverityBadge } from '../SeverityBadge';
import { StateMark } from '../StateMark';
import styles from './ClusterPage.module.css';
import { verbsByResource } from './verbsByResource';

/** Every verb on every resource, as rights are written. */
const EVERYTHING = '* *.*';

const RESOURCES_SHOWN = 3;

/** One subject that a binding names, with what that is given. */
interface AccessRow {
  risk: AccessRisk;
  holder: AccessHolder;
}

/** Props of {@link AccessTable}. */
export interface AccessTableProps {
  risks: readonly AccessRisk[];
  /** The most rows that are shown; all of them where it is not given. */
  most?: number;
  /** True to name the finding and since when it is open. */
  detailed?: boolean;
  outdated?: boolean;
}

/** Who may do what a few should, and through which binding. */
export function AccessTable(props: AccessTableProps) {
  const { risks, most, detailed = false, outdated } = props;
  const { t } = usePostureTranslation();
  const rows = rowsOf(risks).slice(0, most);
  return (
    <DataTable
      label={t('clusters.access.label')}
      columns={useColumns(detailed)}
      rows={rows}
      rowKey={({ risk, holder }) => `${risk.key} ${holder.subject}`}
      outdated={outdated}
    />
  );
}

function rowsOf(risks: readonly AccessRisk[]): AccessRow[] {
  return risks.flatMap(risk => risk.holders.map(holder => ({ risk, holder })));
}

function useColumns(detailed: boolean): DataColumn<AccessRow>[] {
  const { t } = usePostureTranslation();
  return [
    {
      id: 'subject',
      header: t('clusters.access.subject'),
      rowHeader: true,
      width: detailed ? undefined : '32%',
      cell: row => <SubjectCell row={row} />,
    },
    {
      id: 'may',
      header: t('clusters.access.may'),
      width: detailed ? undefined : '40%',
      cell: ({ holder }) => <RightsCell holder={holder} />,
    },
    {
      id: 'through',
      header: t('clusters.access.through'),
      cell: ({ risk }) => <ThroughCell risk={risk} />,
    },
    ...(detailed
      ? [
          {
            id: 'finding',
            header: t('clusters.access.finding'),
            cell: ({ risk }: AccessRow) => <FindingCell risk={risk} />,
          },
        ]
      : []),
  ];
}

function SubjectCell({ row: { risk, holder } }: { row: AccessRow }) {
  const link = useBoardLink();
  return (
    <span className={styles.lines}>
      <Link
        href={link('findings', { query: { finding: risk.key } })}
        className={styles.link}
      >
        {holder.subject}
      </Link>
      <SeverityBadge severity={risk.severity} />
    </span>
  );
}

function RightsCell({ holder }: { holder: AccessHolder }) {
  const { t } = usePostureTranslation();
  const resources = verbsByResource(holder.rights);
  const shown = resources.slice(0, RESOURCES_SHOWN);
  const more =
    holder.more +
    holder.rights.length -
    shown.flatMap(({ verbs }) => verbs).length;
  return (
    <span className={styles.lines}>
      {shown.map(({ resource, verbs }) => (
        <span key={resource}>
          {`${verbs} ${resource}` === EVERYTHING ? (
            t('clusters.access.everything')
          ) : (
            <>
              {verbs.join(', ')} {breakable(resource)}
            </>
          )}
        </span>
      ))}
      {more > 0 && (
        <span className={styles.aside}>
          {t('clusters.access.moreRights', { count: more })}
        </span>
      )}
    </span>
  );
}

/** Long names of resources may break after their dots. */
function breakable(resource: string): ReactNode {
  return resource.split('.').map((part, index) => (
    <Fragment key={index}>
      {index > 0 && (
        <>
          .<wbr />
        </>
      )}
      {part}
    </Fragment>
  ));
}

function ThroughCell({ risk: { role, resource } }: { risk: AccessRisk }) {
  const { t } = usePostureTranslation();
  const where =
    resource.namespace === undefined
      ? t('clusters.access.wholeCluster')
      : t('clusters.access.namespace', { name: resource.namespace });
  return (
    <>
      <code className={styles.code}>{role ?? resource.name}</code>
      <span className={styles.aside}>
        {role ? `${resource.kind} ${resource.name}, ${where}` : where}
      </span>
    </>
  );
}

function FindingCell({ risk }: { risk: AccessRisk }) {
  const { t } = usePostureTranslation();
  return (
    <>
      {risk.title}
      <span className={styles.aside}>
        {risk.consequenceOf ? (
          t('clusters.access.follows', { control: risk.consequenceOf })
        ) : (
          <RelativeTime iso={risk.openedAt} />
        )}
      </span>
      {risk.staleSince && <StateMark state="stale" />}
    </>
  );
}
