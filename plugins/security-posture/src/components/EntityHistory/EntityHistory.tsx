import {
  Skeleton,
  ToggleButton,
  ToggleButtonGroup,
  VisuallyHidden,
} from '@backstage/ui';
import { RiHistoryLine } from '@remixicon/react';
import type { HistoryResponse } from 'backstage-plugin-security-posture-common';
import { useEntityHistory } from '../../api/useEntityHistory';
import { formatDay } from '../../model/days';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { EmptyState } from '../EmptyState';
import { FailureState } from '../FailureState';
import { EventLinks } from '../HistoryEventWords';
import { Pager, useCursorPages } from '../Pager';
import { TabSection } from '../TabSection';
import { DayOfHistory } from './DayOfHistory';
import styles from './EntityHistory.module.css';
import { eventsByDay } from './eventsByDay';

/** How many days a history may go back. */
const PERIODS = ['7', '30', '90'];

/** Used where the address names another. */
const DEFAULT_PERIOD = '30';

const PAGE_SIZE = 50;

/** Props of {@link EntityHistory}. */
export interface EntityHistoryProps {
  entityRef: string;
  /** How many days back, as the address has it. */
  days: string;
  onDays: (days: string) => void;
  links: EventLinks;
  /** Address of the comparison of two days. */
  compareLink: (from: string, to: string) => string;
}

/** What happened to an entity, by day, newest first. */
export function EntityHistory(props: EntityHistoryProps) {
  const { entityRef, onDays } = props;
  const { t } = usePostureTranslation();
  const days = PERIODS.includes(props.days) ? props.days : DEFAULT_PERIOD;
  const pages = useCursorPages(`${entityRef} ${days}`);
  const history = useEntityHistory(entityRef, {
    days: Number(days),
    limit: PAGE_SIZE,
    ...(pages.cursor ? { cursor: pages.cursor } : {}),
  });
  const { data, failure, refresh, outdated } = history;
  return (
    <div className={styles.view}>
      <TabSection
        title={t('trend.history.title')}
        actions={<PeriodChoice days={days} onDays={onDays} />}
      >
        {data && (
          <div aria-busy={outdated || undefined} className={styles.content}>
            <Days {...props} history={data} days={days} />
            {(data.nextCursor || pages.page > 0) && (
              <Pager
                answer={data}
                pages={pages}
                pageSize={PAGE_SIZE}
                outdated={outdated}
              />
            )}
          </div>
        )}
        {!data && failure && (
          <FailureState failure={failure} onRetry={refresh} />
        )}
        {!data && !failure && <HistorySkeleton />}
      </TabSection>
    </div>
  );
}

function PeriodChoice({
  days,
  onDays,
}: Pick<EntityHistoryProps, 'days' | 'onDays'>) {
  const { t } = usePostureTranslation();
  return (
    <ToggleButtonGroup
      aria-label={t('trend.history.period')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[days]}
      onSelectionChange={keys => onDays(String([...keys][0] ?? days))}
    >
      {PERIODS.map(number => (
        <ToggleButton key={number} id={number}>
          {t('trend.history.days', { number })}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

function Days({
  history: { items, since, nextCursor },
  entityRef,
  days,
  links,
  compareLink,
}: EntityHistoryProps & { history: HistoryResponse }) {
  const { t } = usePostureTranslation();
  if (items.length === 0)
    return (
      <EmptyState icon={RiHistoryLine} title={t('trend.history.none')}>
        <p>{t('trend.history.noneText', { number: days })}</p>
      </EmptyState>
    );
  return (
    <>
      {eventsByDay(items).map(({ day, events }) => (
        <DayOfHistory
          key={day}
          day={day}
          events={events}
          entityRef={entityRef}
          links={links}
          compareLink={compareLink}
        />
      ))}
      {!nextCursor && (
        <p className={styles.since}>
          {t('trend.history.since', {
            day: formatDay(since, t('shared.locale'), true),
          })}
        </p>
      )}
    </>
  );
}

function HistorySkeleton() {
  const { t } = usePostureTranslation();
  return (
    <div className={styles.content}>
      <VisuallyHidden role="status">
        {t('trend.history.loading')}
      </VisuallyHidden>
      {[0, 1, 2].map(day => (
        <Skeleton key={day} width="100%" height={92} />
      ))}
    </div>
  );
}
