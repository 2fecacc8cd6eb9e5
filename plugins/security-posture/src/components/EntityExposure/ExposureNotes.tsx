import type { ExposureResponse } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { StateMark } from '../StateMark';
import styles from './EntityExposure.module.css';
import { unreadWords } from './unreadWords';

/** Props of {@link ExposureNotes}. */
export interface ExposureNotesProps {
  exposure: ExposureResponse;
  /** Workloads in the picture. */
  drawn: number;
}

/** What could not be told, and how much is left out. */
export function ExposureNotes({ exposure, drawn }: ExposureNotesProps) {
  const { t } = usePostureTranslation();
  const { workloads, total, unread } = exposure;
  const shown = workloads.length;
  const notes = [
    ...(drawn < shown
      ? [
          t('entity.exposure.drawn', {
            drawn: String(drawn),
            shown: String(shown),
          }),
        ]
      : []),
    ...(shown < total
      ? [
          t('entity.exposure.shown', {
            shown: String(shown),
            total: String(total),
          }),
        ]
      : []),
  ];
  const untold = unreadWords(unread, t);
  if (untold.length + notes.length === 0) return null;
  return (
    <ul className={styles.notes}>
      {untold.map(words => (
        <li key={words}>
          <StateMark state="notEvaluated">{words}.</StateMark>
        </li>
      ))}
      {notes.map(words => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}
