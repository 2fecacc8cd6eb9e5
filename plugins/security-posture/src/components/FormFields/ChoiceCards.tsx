import { ReactNode, useId } from 'react';
import styles from './FormFields.module.css';

/** One of the choices. */
export interface ChoiceCard {
  id: string;
  label: ReactNode;
  /** Beneath the label. */
  detail?: ReactNode;
  /** At the end of the line. */
  aside?: ReactNode;
  isDisabled?: boolean;
}

/** Props of {@link ChoiceCards}. */
export interface ChoiceCardsProps {
  legend: string;
  choices: readonly ChoiceCard[];
  value: string;
  onChange: (id: string) => void;
}

/** One of a few choices, each with what it means. */
export function ChoiceCards(props: ChoiceCardsProps) {
  const { legend, choices, value, onChange } = props;
  const name = useId();
  return (
    <fieldset className={styles.choices}>
      <legend className={styles.legend}>{legend}</legend>
      {choices.map(({ id, label, detail, aside, isDisabled }) => (
        <label
          key={id}
          className={styles.choice}
          data-chosen={value === id}
          data-disabled={isDisabled}
        >
          <input
            type="radio"
            name={name}
            value={id}
            checked={value === id}
            disabled={isDisabled}
            onChange={() => onChange(id)}
          />
          <span className={styles.choiceWords}>
            <span>{label}</span>
            {detail && <span className={styles.choiceDetail}>{detail}</span>}
          </span>
          {aside && <span className={styles.choiceAside}>{aside}</span>}
        </label>
      ))}
    </fieldset>
  );
}
