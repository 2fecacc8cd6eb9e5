import type { HistoryEvent } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { Day } from '../Day';
import { EventLinks, HistoryEventWords } from '../HistoryEventWords';
import styles from './Comparison.module.css';

/** Props of {@link ComparedEvents}. */
export interface ComparedEventsProps {
  /** Oldest first. */
  events: readonly HistoryEvent[];
  links: EventLinks;
}

/** What happened to images, exemptions, clusters and controls in between. */
export function ComparedEvents({ events, links }: ComparedEventsProps) {
  const { t } = usePostureTranslation();
  return (
    <section className={styles.part}>
      <h3 className={styles.heading}>{t('trend.compare.events')}</h3>
      {events.length === 0 ? (
        <p className={styles.aside}>{t('trend.compare.noEvents')}</p>
      ) : (
        <ol className={styles.list}>
          {events.map((event, index) => (
            <li key={`${event.at} ${index}`} className={styles.event}>
              <span className={styles.aside}>
                <Day day={event.at} />
              </span>
              <HistoryEventWords event={event} links={links} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
