import { RiQuestionLine } from '@remixicon/react';
import type { RunningVersion } from 'backstage-plugin-security-posture-common';
import { daysBetween, dayOf } from '../../model/days';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { DataColumn, DataTable } from '../DataTable';
import { FullDay } from '../Day';
import { EmptyState } from '../EmptyState';
import { useNow } from '../RelativeTime/useNow';
import { ControlState, StateMark } from '../StateMark';
import { TabSection } from '../TabSection';
import styles from './ClusterPage.module.css';

/** Props of {@link VersionsSection}. */
export interface VersionsSectionProps {
  versions: readonly RunningVersion[];
  /** UTC day of the table of support dates. */
  asOf: string;
}

/** What runs in a cluster and how long it is supported: what has ended first. */
export function VersionsSection({ versions, asOf }: VersionsSectionProps) {
  const { t } = usePostureTranslation();
  const columns = useColumns();
  return (
    <TabSection title={t('clusters.versions.title')} flush>
      {versions.length === 0 ? (
        <div className={styles.within}>
          <EmptyState icon={RiQuestionLine} title={t('clusters.versions.none')}>
            {t('clusters.versions.noneDetail')}
          </EmptyState>
        </div>
      ) : (
        <DataTable
          label={t('clusters.versions.label')}
          columns={columns}
          rows={versions}
          rowKey={({ part, name, support }) =>
            `${part} ${name} ${support?.ends}`
          }
        />
      )}
      <p className={styles.note}>
        {t('clusters.versions.asOf', { day: <FullDay day={asOf} /> })}
      </p>
    </TabSection>
  );
}

function useColumns(): DataColumn<RunningVersion>[] {
  const { t } = usePostureTranslation();
  return [
    {
      id: 'runs',
      header: t('clusters.versions.runs'),
      rowHeader: true,
      cell: version => (
        <StateMark state={markOf(version)}>
          {version.part === 'apiServer' || version.part === 'kubelet'
            ? t(`clusters.versions.${version.part}`, { line: version.name })
            : version.name}
        </StateMark>
      ),
    },
    {
      id: 'on',
      header: t('clusters.versions.on'),
      cell: ({ part, nodes }) =>
        part === 'apiServer'
          ? t('clusters.versions.api')
          : t('clusters.versions.nodes', { count: nodes }),
    },
    {
      id: 'ends',
      header: t('clusters.versions.ends'),
      cell: ({ support }) => <SupportEnd support={support} />,
    },
  ];
}

function markOf({ support }: RunningVersion): ControlState {
  if (!support) return 'notEvaluated';
  return support.state === 'ended' ? 'failing' : 'passing';
}

function SupportEnd({ support }: Pick<RunningVersion, 'support'>) {
  const { t } = usePostureTranslation();
  const now = useNow();
  if (!support)
    return (
      <span className={styles.aside}>{t('clusters.versions.unknown')}</span>
    );
  const { state, ends } = support;
  if (ends === undefined)
    return (
      <>
        {t(
          state === 'ended'
            ? 'clusters.versions.endedUnknown'
            : 'clusters.versions.noEnd',
        )}
      </>
    );
  const day = <FullDay day={ends} />;
  if (state === 'ended') return <>{t('clusters.versions.ended', { day })}</>;
  const left = daysBetween(dayOf(now), ends);
  return (
    <>
      {state === 'extended' ? t('clusters.versions.extended', { day }) : day}
      {left <= 180 && (
        <span className={styles.aside}>
          {t('clusters.versions.inDays', { count: left })}
        </span>
      )}
    </>
  );
}
