import type { ExemptionEventView } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { ActorName } from '../ActorName';
import { Day } from '../Day';
import { RelativeTime } from '../RelativeTime';
import styles from './ExemptionPanel.module.css';

/** Every step that was taken, oldest first: what, by whom, when, and what was said. */
export function ExemptionHistory(props: {
  events: readonly ExemptionEventView[];
}) {
  const { t } = usePostureTranslation();
  return (
    <section>
      <h3 className={styles.heading}>{t('exemptions.panel.history')}</h3>
      <ol className={styles.history}>
        {props.events.map((event, index) => (
          <li key={index}>
            <span>
              <strong>
                {t(`exemptions.panel.event.${event.what}`, {
                  day: event.expiresAt ? <Day day={event.expiresAt} /> : '',
                })}
              </strong>{' '}
              {t('exemptions.panel.by', {
                who: <ActorName actor={event.actor} />,
              })}
              , <RelativeTime iso={event.at} />
            </span>
            {event.note && (
              <p className={styles.said} dir="auto">
                {event.note}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
