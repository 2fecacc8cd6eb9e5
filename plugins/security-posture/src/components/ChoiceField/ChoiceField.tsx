import { Select } from '@backstage/ui';
import { usePostureTranslation } from '../../translation/usePostureTranslation';

/** Stands for no filter: a choice must have an id. */
const ANY = 'any';

/** Something to choose. */
export interface Choice {
  id: string;
  label: string;
}

/** Props of {@link ChoiceField}. */
export interface ChoiceFieldProps {
  label: string;
  /** Empty where nothing is chosen. */
  value: string;
  options: readonly Choice[];
  onChange: (value: string) => void;
  /** True where there are many, so that one searches among them. */
  searched?: boolean;
  className?: string;
}

/** A choice of one or none. What a link chose stays visible where it is no choice any more. */
export function ChoiceField(props: ChoiceFieldProps) {
  const { label, value, options, onChange, searched, className } = props;
  const { t } = usePostureTranslation();
  const known = value === '' || options.some(({ id }) => id === value);
  return (
    <Select
      className={className}
      size="small"
      label={label}
      value={value || ANY}
      onChange={key => onChange(key === ANY ? '' : String(key))}
      search={searched ? { placeholder: t('shared.choice.find') } : undefined}
      options={[
        { id: ANY, label: t('shared.choice.any') },
        ...options,
        ...(known ? [] : [{ id: value, label: value }]),
      ]}
    />
  );
}
