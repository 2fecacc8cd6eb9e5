import type { ControlCounts } from 'backstage-plugin-security-posture-common';
import {
  PostureTranslate,
  usePostureTranslation,
} from '../../translation/usePostureTranslation';
import { ControlState, StateMark } from '../StateMark';
import styles from './ControlMeter.module.css';

/** Props of {@link ControlMeter}. */
export interface ControlMeterProps {
  controls: ControlCounts;
  /** True where the counts are those of an earlier scan. */
  stale?: boolean;
  /** True to name the controls that do not apply as well. */
  withNotApplicable?: boolean;
}

interface Part {
  state: ControlState;
  pattern:
    | 'failing'
    | 'stale'
    | 'exempted'
    | 'notEvaluated'
    | 'passing'
    | 'allPassing';
  number: number;
  words: string;
}

/** The controls by state: a bar whose parts differ by pattern, and its words beneath. Green only where all that apply pass. */
export function ControlMeter(props: ControlMeterProps) {
  const { t } = usePostureTranslation();
  const parts = partsOf(props, t);
  const total = parts.reduce((sum, part) => sum + part.number, 0);
  if (total === 0) return null;
  const { notApplicable } = props.controls;
  return (
    <div>
      <div
        className={styles.meter}
        data-printed
        role="img"
        aria-label={t('shared.meter.label', {
          total: String(total),
          parts: parts.map(part => part.words).join(', '),
        })}
      >
        {parts.map(part => (
          <span
            key={part.state}
            className={styles.part}
            data-pattern={part.pattern}
            style={{ flexGrow: part.number }}
          />
        ))}
      </div>
      <ul className={styles.legend}>
        {parts.map(part => (
          <li key={part.state}>
            <StateMark state={part.state}>{part.words}</StateMark>
          </li>
        ))}
        {props.withNotApplicable && notApplicable > 0 && (
          <li>
            <StateMark state="notApplicable">
              {t('shared.meter.notApplicable', {
                number: String(notApplicable),
              })}
            </StateMark>
          </li>
        )}
      </ul>
    </div>
  );
}

function partsOf(
  { controls, stale }: ControlMeterProps,
  t: PostureTranslate,
): Part[] {
  const words = (
    key:
      | 'failing'
      | 'failingStale'
      | 'exempted'
      | 'notEvaluated'
      | 'passing'
      | 'passingStale',
    number: number,
  ) => t(`shared.meter.${key}`, { number: String(number) });
  const { failing, exempted, notEvaluated, passing } = controls;
  const passesAll = !stale && failing + exempted + notEvaluated === 0;
  const parts: Part[] = [
    {
      state: stale ? 'stale' : 'failing',
      pattern: stale ? 'stale' : 'failing',
      number: failing,
      words: words(stale ? 'failingStale' : 'failing', failing),
    },
    {
      state: 'exempted',
      pattern: 'exempted',
      number: exempted,
      words: words('exempted', exempted),
    },
    {
      state: 'notEvaluated',
      pattern: 'notEvaluated',
      number: notEvaluated,
      words: words('notEvaluated', notEvaluated),
    },
    {
      state: 'passing',
      pattern: passesAll ? 'allPassing' : 'passing',
      number: passing,
      words: words(stale ? 'passingStale' : 'passing', passing),
    },
  ];
  return parts.filter(part => part.number > 0);
}
