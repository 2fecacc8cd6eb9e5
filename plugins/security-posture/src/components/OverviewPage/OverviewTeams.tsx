import { ReactNode } from 'react';
import { Link } from '@backstage/ui';
import { RiTeamLine } from '@remixicon/react';
import type {
  OverviewResponse,
  OverviewTeam,
} from 'backstage-plugin-security-posture-common';
import { useBoardLink } from '../../routing';
import {
  PostureTranslate,
  usePostureTranslation,
} from '../../translation/usePostureTranslation';
import { DataColumn, DataTable } from '../DataTable';
import { EmptyState } from '../EmptyState';
import { ScopeName } from '../ScopeName';
import { SeverityShape } from '../SeverityBadge';
import { TabSection } from '../TabSection';
import styles from './OverviewTeams.module.css';

/** The teams with the least share of their services ready. */
export function OverviewTeams({ overview }: { overview: OverviewResponse }) {
  const { t } = usePostureTranslation();
  const boardLink = useBoardLink();
  const { items } = overview.teams;
  if (items.length === 0)
    return (
      <TabSection title={t('overview.teams.title')}>
        <EmptyState
          icon={RiTeamLine}
          title={t('overview.teams.noneOwns.title')}
        >
          {t('overview.teams.noneOwns.description')}
        </EmptyState>
      </TabSection>
    );
  return (
    <TabSection
      title={t('overview.teams.title')}
      actions={
        <Link href={boardLink('teams')} className={styles.link}>
          {t('overview.teams.all')}
        </Link>
      }
      flush
    >
      <DataTable
        label={t('overview.teams.label')}
        columns={columnsOf(t)}
        rows={items}
        rowKey={({ ref }) => ref}
        compact
      />
    </TabSection>
  );
}

function columnsOf(t: PostureTranslate): DataColumn<OverviewTeam>[] {
  return [
    {
      id: 'team',
      header: t('overview.teams.team'),
      rowHeader: true,
      cell: ({ ref, title }) => <ScopeName entityRef={ref} title={title} />,
    },
    {
      id: 'ready',
      header: t('overview.teams.ready'),
      cell: ({ entities }) =>
        t('overview.teams.readyOf', {
          ready: String(entities.ready),
          total: String(entities.total),
        }),
    },
    {
      id: 'lowest',
      header: t('overview.teams.lowest'),
      cell: team => <Lowest team={team} />,
    },
    {
      id: 'critical',
      header: t('overview.teams.critical'),
      align: 'end',
      cell: team => <Open team={team} severity="critical" />,
    },
    {
      id: 'high',
      header: t('overview.teams.high'),
      align: 'end',
      cell: team => <Open team={team} severity="high" />,
    },
  ];
}

function Lowest({ team: { lowest } }: { team: OverviewTeam }) {
  const { t } = usePostureTranslation();
  if (!lowest) return <Second>{t('shared.score.none')}</Second>;
  return (
    <>
      <ScopeName entityRef={lowest.entityRef} title={lowest.title} quiet />{' '}
      <strong>{lowest.score}</strong>
    </>
  );
}

/** None is said only where something was judged. */
function Open(props: { team: OverviewTeam; severity: 'critical' | 'high' }) {
  const { team, severity } = props;
  const { t } = usePostureTranslation();
  const { entities, open } = team;
  if (entities.noPosture === entities.total)
    return <Second>{t('organisation.table.notJudged')}</Second>;
  if (open[severity] === 0) return <Second>{t('overview.teams.none')}</Second>;
  return (
    <span className={styles.open} data-severity={severity}>
      {severity === 'critical' && <SeverityShape severity={severity} />}
      {open[severity]}
    </span>
  );
}

function Second({ children }: { children: ReactNode }) {
  return <span className={styles.second}>{children}</span>;
}
