import { SINCE_DAYS } from '../../model/explorerFilters';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { ChoiceField } from '../ChoiceField';

/** Props of {@link SinceField}. */
export interface SinceFieldProps {
  value: string;
  onChange: (value: string) => void;
  className?: string;
}

/** Since when a finding is open, at the longest. */
export function SinceField(props: SinceFieldProps) {
  const { t } = usePostureTranslation();
  return (
    <ChoiceField
      {...props}
      label={t('findings.filters.since')}
      options={SINCE_DAYS.map(days => ({
        id: `${days}d`,
        label: t('findings.filters.lastDays', { count: days }),
      }))}
    />
  );
}
