import { SearchField, Select } from '@backstage/ui';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { useDelayedText } from './useDelayedText';
import { EntitiesSelection } from './useEntitiesQuery';
import styles from './EntityList.module.css';

/** Stands for no filter, for a select has no empty value. */
const ANY = 'any';

/** Search by name and filter by readiness. */
export function EntityFilters({ list }: { list: EntitiesSelection }) {
  const { t } = usePostureTranslation();
  const [text, setText] = useDelayedText(list.search, search =>
    list.change({ search }),
  );
  return (
    <div className={styles.filters} role="search">
      <SearchField
        size="small"
        aria-label={t('organisation.filters.search')}
        placeholder={t('organisation.filters.searchPlaceholder')}
        value={text}
        onChange={setText}
      />
      <Select
        size="small"
        aria-label={t('organisation.filters.readiness')}
        options={[
          { value: ANY, label: t('organisation.filters.anyReadiness') },
          { value: 'notReady', label: t('organisation.readiness.notReady') },
          { value: 'unknown', label: t('organisation.readiness.unknown') },
          { value: 'ready', label: t('organisation.readiness.ready') },
        ]}
        value={list.readiness ?? ANY}
        onChange={value =>
          list.change({ readiness: value === ANY ? '' : String(value) })
        }
      />
    </div>
  );
}
