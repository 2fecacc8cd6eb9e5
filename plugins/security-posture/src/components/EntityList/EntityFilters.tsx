import { Button, SearchField } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import { useCatalogChoices } from '../../api/useCatalogChoices';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { ChoiceFilter } from './ChoiceFilter';
import { useDelayedText } from './useDelayedText';
import { EntitiesSelection, EVIDENCE, READINESS } from './useEntitiesQuery';
import styles from './EntityList.module.css';

/** The lifecycles that catalogs commonly have. */
const LIFECYCLES = ['production', 'experimental', 'deprecated'];

/** Search by name, and filters. A control is a filter where a link has brought one; it can be taken away. */
export function EntityFilters({ list }: { list: EntitiesSelection }) {
  const { t } = usePostureTranslation();
  const { filters, change } = list;
  const [text, setText] = useDelayedText(filters.search, search =>
    change({ search }),
  );
  const groups = useCatalogChoices('group');
  const systems = useCatalogChoices('system');
  return (
    <div className={styles.filters} role="search">
      <SearchField
        size="small"
        aria-label={t('organisation.filters.search')}
        placeholder={t('organisation.filters.searchPlaceholder')}
        value={text}
        onChange={setText}
      />
      <ChoiceFilter
        name="readiness"
        choices={READINESS.map(value => ({
          value,
          label: t(`organisation.readiness.${value}`),
        }))}
        list={list}
      />
      <ChoiceFilter
        name="owner"
        choices={groups.map(({ ref, title }) => ({ value: ref, label: title }))}
        list={list}
      />
      <ChoiceFilter
        name="system"
        choices={systems.map(({ ref, title }) => ({
          value: ref,
          label: title,
        }))}
        list={list}
      />
      <ChoiceFilter
        name="lifecycle"
        choices={LIFECYCLES.map(value => ({ value, label: value }))}
        list={list}
      />
      <ChoiceFilter
        name="evidence"
        choices={EVIDENCE.map(value => ({
          value,
          label: t(`organisation.evidence.${value}`),
        }))}
        list={list}
      />
      {filters.control && (
        <Button
          size="small"
          variant="secondary"
          className={styles.control}
          iconEnd={<RiCloseLine />}
          aria-label={t('organisation.filters.removeControl', {
            control: filters.control,
          })}
          onPress={() => change({ control: '' })}
        >
          {t('organisation.filters.control', { control: filters.control })}
        </Button>
      )}
    </div>
  );
}
