import { Field, FieldProps } from './Field';
import styles from './FormFields.module.css';

/** Props of {@link SelectInput}. */
export interface SelectInputProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  options: readonly { id: string; label: string }[];
  /** Shown while nothing is chosen. */
  placeholder: string;
}

/** One of several, in the browser's own list: it also works inside a dialog that holds the focus. */
export function SelectInput(props: SelectInputProps) {
  const { value, onChange, options, placeholder, ...field } = props;
  return (
    <Field {...field}>
      {control => (
        <select
          {...control}
          className={styles.input}
          value={value}
          onChange={event => onChange(event.target.value)}
        >
          <option value="" disabled>
            {placeholder}
          </option>
          {options.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
