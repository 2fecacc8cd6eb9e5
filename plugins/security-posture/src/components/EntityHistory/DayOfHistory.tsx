import { useId } from 'react';
import { Link } from '@backstage/ui';
import {
  RemixiconComponentType,
  RiAddCircleLine,
  RiBox3Line,
  RiCheckboxCircleLine,
  RiCloseCircleFill,
  RiEditCircleLine,
  RiIndeterminateCircleLine,
  RiPauseCircleLine,
  RiQuestionLine,
  RiServerLine,
  RiShieldCheckLine,
  RiTimeFill,
} from '@remixicon/react';
import type { HistoryEvent } from 'backstage-plugin-security-posture-common';
import { addDays, dayOf, formatDay } from '../../model/days';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { ExportButton } from '../ExportButton';
import { EventLinks, HistoryEventWords } from '../HistoryEventWords';
import { SeverityBadge } from '../SeverityBadge';
import { DayWithEvents } from './eventsByDay';
import styles from './EntityHistory.module.css';

/** Marks by what happened; what is not here has the mark of a cluster. */
const ICONS: Readonly<Record<string, RemixiconComponentType>> = {
  findingOpened: RiCloseCircleFill,
  findingChanged: RiEditCircleLine,
  findingClosed: RiCheckboxCircleLine,
  workloadNew: RiAddCircleLine,
  workloadGone: RiIndeterminateCircleLine,
  imageChanged: RiBox3Line,
  libraryChanged: RiShieldCheckLine,
  profileChanged: RiShieldCheckLine,
  clusterUnreachable: RiTimeFill,
  clusterScannedInPart: RiTimeFill,
  exemption: RiPauseCircleLine,
  notEvaluated: RiQuestionLine,
  evaluated: RiIndeterminateCircleLine,
};

/** Props of {@link DayOfHistory}. */
export interface DayOfHistoryProps extends DayWithEvents {
  entityRef: string;
  links: EventLinks;
  compareLink: (from: string, to: string) => string;
}

/** One day: its events, newest first, the export of it once it is over, and the way to the comparison with the day before. */
export function DayOfHistory(props: DayOfHistoryProps) {
  const { day, events, links } = props;
  const { t } = usePostureTranslation();
  const id = useId();
  const locale = t('shared.locale');
  return (
    <section className={styles.day} aria-labelledby={id}>
      <div className={styles.dayHeading}>
        <h3 id={id}>
          <time dateTime={day}>{formatDay(day, locale, true)}</time>
        </h3>
        <DayActions {...props} />
      </div>
      <ol className={styles.events}>
        {events.map((event, index) => (
          <li key={index} className={styles.event}>
            <TimeOf iso={event.at} locale={locale} />
            <EventMark event={event} />
            <span>
              <HistoryEventWords event={event} links={links} />
              {event.finding && event.what !== 'findingClosed' && (
                <span className={styles.severity}>
                  <SeverityBadge severity={event.finding.severity} />
                </span>
              )}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function DayActions({ day, entityRef, compareLink }: DayOfHistoryProps) {
  const { t } = usePostureTranslation();
  return (
    <div className={styles.dayActions}>
      {day < dayOf(Date.now()) && (
        <ExportButton of={{ scope: 'entity', ref: entityRef, date: day }} />
      )}
      <Link
        href={compareLink(addDays(day, -1), day)}
        className={styles.compare}
      >
        {t('trend.history.compare')}
      </Link>
    </div>
  );
}

function EventMark({ event }: { event: HistoryEvent }) {
  const mark = markOf(event);
  const Icon = ICONS[mark] ?? RiServerLine;
  return (
    <Icon
      size={16}
      className={styles.icon}
      data-what={mark}
      aria-hidden="true"
    />
  );
}

/** What could not be judged did not fail; that it is judged now is good only where it passes. */
function markOf({ what, because, finding }: HistoryEvent): string {
  if (what.startsWith('exemption')) return 'exemption';
  if (finding?.outcome !== 'notEvaluated') return what;
  if (what !== 'findingClosed') return 'notEvaluated';
  return because === 'passed' ? what : 'evaluated';
}

/** The hour of a UTC day, for days are those of UTC. */
function TimeOf({ iso, locale }: { iso: string; locale: string }) {
  const time = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'UTC',
  }).format(Date.parse(iso));
  return (
    <time dateTime={iso} className={styles.time} title={`${time} UTC`}>
      {time}
    </time>
  );
}
