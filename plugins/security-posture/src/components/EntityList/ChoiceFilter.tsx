import { Select } from '@backstage/ui';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { EntitiesSelection } from './useEntitiesQuery';

/** Stands for no filter, for a select has no empty value. */
const ANY = 'any';

/** Props of {@link ChoiceFilter}. */
export interface ChoiceFilterProps {
  name: 'readiness' | 'owner' | 'system' | 'lifecycle' | 'evidence';
  choices: readonly { value: string; label: string }[];
  list: EntitiesSelection;
}

/** One filter with its choices. What the address has is a choice, even where it is not among them. */
export function ChoiceFilter({ name, choices, list }: ChoiceFilterProps) {
  const { t } = usePostureTranslation();
  const chosen = list.filters[name];
  const isKnown = choices.some(({ value }) => value === chosen);
  return (
    <Select
      size="small"
      aria-label={t(`organisation.filters.${name}`)}
      options={[
        { value: ANY, label: t(`organisation.filters.any.${name}`) },
        ...choices,
        ...(chosen && !isKnown ? [{ value: chosen, label: chosen }] : []),
      ]}
      value={chosen || ANY}
      onChange={value =>
        list.change({ [name]: value === ANY ? '' : String(value) })
      }
    />
  );
}
