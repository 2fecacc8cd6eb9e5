import { Field, FieldProps } from './Field';
import styles from './FormFields.module.css';

/** Props of {@link TextArea}. */
export interface TextAreaProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  rows?: number;
  placeholder?: string;
}

/** A text of several lines. */
export function TextArea(props: TextAreaProps) {
  const { value, onChange, rows = 3, placeholder, ...field } = props;
  return (
    <Field {...field}>
      {control => (
        <textarea
          {...control}
          className={styles.input}
          dir="auto"
          rows={rows}
          placeholder={placeholder}
          value={value}
          onChange={event => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
