import type { FindingEpisode } from 'backstage-plugin-security-posture-common';
import { FindingEvent, findingEvents } from '../../model/findingEvents';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { RelativeTime } from '../RelativeTime';
import { ControlState, StateMark } from '../StateMark';
import styles from './FindingHistory.module.css';

const STATES: Readonly<Record<FindingEvent['what'], ControlState>> = {
  opened: 'failing',
  opensAgain: 'failing',
  changed: 'failing',
  passed: 'passing',
  notApplicable: 'notApplicable',
  subjectGone: 'notApplicable',
  closed: 'notApplicable',
};

/** What happened to a finding, newest first. */
export function FindingHistory({
  episodes,
}: {
  episodes: readonly FindingEpisode[];
}) {
  return (
    <ol className={styles.events}>
      {findingEvents(episodes).map(event => (
        <li key={`${event.at} ${event.what}`} className={styles.event}>
          <span className={styles.time}>
            <RelativeTime iso={event.at} />
          </span>
          <Words event={event} />
        </li>
      ))}
    </ol>
  );
}

function Words({ event: { what, episode } }: { event: FindingEvent }) {
  const { t } = usePostureTranslation();
  const fails = STATES[what] === 'failing';
  const state =
    fails && episode.outcome === 'notEvaluated' ? 'notEvaluated' : STATES[what];
  return (
    <span>
      <StateMark state={state}>{t(`findings.history.${what}`)}</StateMark>
      {fails && episode.places > 0 && (
        <span className={styles.places}>
          {t('findings.history.places', { count: episode.places })}
        </span>
      )}
    </span>
  );
}
