import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  DialogTrigger,
  SearchField,
} from '@backstage/ui';
import { RiFilter3Line } from '@remixicon/react';
import type { FindingView } from 'backstage-plugin-security-posture-common';
import { countFilters, FindingFilters } from '../../model/filterFindings';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { FilterFields } from './FilterFields';
import { ChangeFindings, NO_FILTERS } from './findingsState';
import styles from './Findings.module.css';

/** Props of {@link FindingsFilters}. */
export interface FindingsFiltersProps {
  /** The findings to choose from. */
  findings: readonly FindingView[];
  filters: FindingFilters;
  onChange: ChangeFindings;
}

/** Search and filters; on a narrow page the filters are behind one button. */
export function FindingsFilters(props: FindingsFiltersProps) {
  const { filters, onChange } = props;
  const { t } = usePostureTranslation();
  return (
    <div className={styles.filters}>
      <SearchField
        className={styles.search}
        size="small"
        label={t('tab.filters.search')}
        placeholder={t('tab.filters.searchHint')}
        value={filters.search}
        onChange={search => onChange({ search })}
      />
      <div className={styles.wide}>
        <FilterFields {...props} />
      </div>
      <div className={styles.narrow}>
        <FilterDialog {...props} />
      </div>
      {countFilters(filters) > 0 && (
        <Button
          size="small"
          variant="tertiary"
          onPress={() => onChange(NO_FILTERS)}
        >
          {t('tab.filters.clear')}
        </Button>
      )}
    </div>
  );
}

function FilterDialog(props: FindingsFiltersProps) {
  const { t } = usePostureTranslation();
  const set = countFilters({ ...props.filters, search: '' });
  return (
    <DialogTrigger>
      <Button size="small" variant="secondary" iconStart={<RiFilter3Line />}>
        {set > 0
          ? t('tab.filters.buttonSet', { number: String(set) })
          : t('tab.filters.button')}
      </Button>
      <Dialog>
        <DialogHeader>{t('tab.filters.title')}</DialogHeader>
        <DialogBody>
          <div className={styles.dialogFields}>
            <FilterFields {...props} />
          </div>
        </DialogBody>
        <DialogFooter>
          <Button slot="close">{t('tab.filters.done')}</Button>
        </DialogFooter>
      </Dialog>
    </DialogTrigger>
  );
}
