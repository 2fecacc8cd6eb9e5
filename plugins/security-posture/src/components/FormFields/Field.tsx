import { ReactNode, useId } from 'react';
import styles from './FormFields.module.css';

/** What a control has to bear so that its field names and explains it. */
export interface FieldControl {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

/** Props that every field has. */
export interface FieldProps {
  label: string;
  /** At the end of the label's line: "optional", how long the text is. */
  aside?: string;
  /** What is wrong with the value, and how to mend it. */
  problem?: string;
}

/** A label, its control, and what is wrong with the value. */
export function Field(
  props: FieldProps & { children: (control: FieldControl) => ReactNode },
) {
  const { label, aside, problem, children } = props;
  const id = useId();
  const notes = [aside && `${id}-aside`, problem && `${id}-problem`];
  return (
    <div className={styles.field}>
      <div className={styles.label}>
        <label htmlFor={id}>{label}</label>
        {aside && (
          <span id={`${id}-aside`} className={styles.aside}>
            {aside}
          </span>
        )}
      </div>
      {children({
        id,
        'aria-describedby': notes.filter(Boolean).join(' ') || undefined,
        'aria-invalid': problem ? true : undefined,
      })}
      {problem && (
        <p id={`${id}-problem`} className={styles.problem}>
          {problem}
        </p>
      )}
    </div>
  );
}
