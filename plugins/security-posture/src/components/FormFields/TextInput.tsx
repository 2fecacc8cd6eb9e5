import { Field, FieldProps } from './Field';
import styles from './FormFields.module.css';

/** Props of {@link TextInput}. */
export interface TextInputProps extends FieldProps {
  type?: 'text' | 'url' | 'date';
  value: string;
  onChange: (value: string) => void;
  /** First and last day that can be chosen. */
  min?: string;
  max?: string;
}

/** A text of one line, or a day. */
export function TextInput(props: TextInputProps) {
  const { type = 'text', value, onChange, min, max, ...field } = props;
  return (
    <Field {...field}>
      {control => (
        <input
          {...control}
          className={styles.input}
          type={type}
          min={min}
          max={max}
          value={value}
          onChange={event => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
