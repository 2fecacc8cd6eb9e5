import { SearchField } from '@backstage/ui';
import { CATEGORIES, FRAMEWORK_IDS } from '../../model/explorerFilters';
import { SEVERITIES } from '../../model/severities';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { ChoiceField } from '../ChoiceField';
import { ControlsState } from './useControlsState';
import styles from './ControlsPage.module.css';

/** Search and filters of the list of controls. */
export function ControlFilterBar({ state }: { state: ControlsState }) {
  const { filters, change } = state;
  const { t } = usePostureTranslation();
  return (
    <div className={styles.filters} role="search">
      <SearchField
        className={styles.search}
        size="small"
        label={t('controls.filters.search')}
        placeholder={t('controls.filters.searchHint')}
        value={filters.search}
        onChange={search => change({ search })}
      />
      <ChoiceField
        className={styles.field}
        label={t('controls.filters.severity')}
        value={filters.severity}
        onChange={severity => change({ severity })}
        options={SEVERITIES.map(id => ({
          id,
          label: t(`shared.severity.${id}`),
        }))}
      />
      <ChoiceField
        className={styles.field}
        label={t('controls.filters.category')}
        value={filters.category}
        onChange={category => change({ category })}
        options={CATEGORIES.map(id => ({
          id,
          label: t(`findings.category.${id}`),
        }))}
      />
      <ChoiceField
        className={styles.field}
        label={t('controls.filters.framework')}
        value={filters.framework}
        onChange={framework => change({ framework })}
        options={FRAMEWORK_IDS.map(id => ({
          id,
          label: t(`shared.framework.${id}`),
        }))}
      />
    </div>
  );
}
