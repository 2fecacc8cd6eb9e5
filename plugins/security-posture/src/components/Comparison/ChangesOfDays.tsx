import { Alert, Skeleton, VisuallyHidden } from '@backstage/ui';
import type { ChangesResponse } from 'backstage-plugin-security-posture-common';
import type { ExportOf } from '../../api/useExport';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { formatDay } from '../../model/days';
import { FailureState } from '../FailureState';
import { EventLinks } from '../HistoryEventWords';
import { CursorPages, Pager } from '../Pager';
import { ComparedDays } from './comparedDays';
import { ComparedEvents } from './ComparedEvents';
import { ComparedFigures } from './ComparedFigures';
import { ComparedFindings } from './ComparedFindings';
import { ComparedWorkloads } from './ComparedWorkloads';
import styles from './Comparison.module.css';
import { DayExports } from './DayExports';
import { LoadChanges, PAGE_SIZE, useChanges } from './useChanges';

/** Props of {@link ChangesOfDays}. */
export interface ChangesOfDaysProps {
  id: string;
  days: ComparedDays;
  load: LoadChanges;
  exportOf: ExportOf;
  links: EventLinks;
}

/** What changed between two days, in every state of its loading. */
export function ChangesOfDays(props: ChangesOfDaysProps) {
  const { id, days, load, links, exportOf } = props;
  const { changes, pages } = useChanges(id, days, load);
  const { data, failure, refresh, outdated } = changes;
  if (data)
    return (
      <div className={styles.changes} aria-busy={outdated || undefined}>
        <Told
          changes={data}
          days={days}
          links={links}
          pages={pages}
          outdated={outdated}
          exportOf={exportOf}
        />
      </div>
    );
  return failure ? (
    <FailureState failure={failure} onRetry={refresh} />
  ) : (
    <ComparisonSkeleton />
  );
}

interface ToldProps extends Omit<ChangesOfDaysProps, 'id' | 'load'> {
  changes: ChangesResponse;
  pages: CursorPages;
  outdated: boolean;
}

function Told(props: ToldProps) {
  const { changes, days, links, pages, outdated, exportOf } = props;
  const { findings, workloadsNew, workloadsGone, events } = changes;
  return (
    <>
      <Notices changes={changes} days={days} />
      <DayExports of={exportOf} days={days} detail={changes.detail} />
      <ComparedFigures changes={changes} days={days} />
      {findings && (
        <ComparedFindings findings={findings} links={links}>
          {(findings.nextCursor || pages.page > 0) && (
            <Pager
              answer={{ ...findings, total: totalOf(findings) }}
              pages={pages}
              pageSize={PAGE_SIZE}
              outdated={outdated}
            />
          )}
        </ComparedFindings>
      )}
      {workloadsNew && workloadsGone && (
        <ComparedWorkloads added={workloadsNew} gone={workloadsGone} />
      )}
      {events && <ComparedEvents events={events} links={links} />}
    </>
  );
}

function totalOf({ counts }: NonNullable<ChangesResponse['findings']>): number {
  return counts.opened + counts.closed + counts.changed;
}

function Notices({ changes, days }: Pick<ToldProps, 'changes' | 'days'>) {
  const { t } = usePostureTranslation();
  const locale = t('shared.locale');
  return (
    <>
      {changes.detail === 'counts' && (
        <Alert
          status="info"
          icon
          title={t('trend.compare.countsOnly', {
            day: formatDay(days.from, locale, true),
          })}
        />
      )}
      {changes.partial && (
        <p className={styles.aside}>{t('trend.compare.partial')}</p>
      )}
    </>
  );
}

function ComparisonSkeleton() {
  const { t } = usePostureTranslation();
  return (
    <div className={styles.changes}>
      <VisuallyHidden role="status">
        {t('trend.compare.loading')}
      </VisuallyHidden>
      <Skeleton width="100%" height={148} />
      <Skeleton width="40%" height={24} />
      <Skeleton width="100%" height={200} />
    </div>
  );
}
