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
import {
  FilterFields,
  FilterName,
  FIRST_FILTERS,
  MORE_FILTERS,
} from './FilterFields';
import { ChangeFindings, NO_FILTERS } from './findingsState';
import styles from './Findings.module.css';

/** Props of {@link FindingsFilters}. */
export interface FindingsFiltersProps {
  /** The findings to choose from. */
  findings: readonly FindingView[];
  filters: FindingFilters;
  onChange: ChangeFindings;
}

/** Search and filters, those that are used less behind a button; on a narrow page all filters are. */
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
        <FilterFields {...props} names={FIRST_FILTERS} />
        <FilterDialog
          {...props}
          names={MORE_FILTERS}
          label="tab.filters.more"
          labelSet="tab.filters.moreSet"
        />
      </div>
      <div className={styles.narrow}>
        <FilterDialog
          {...props}
          names={[...FIRST_FILTERS, ...MORE_FILTERS]}
          label="tab.filters.button"
          labelSet="tab.filters.buttonSet"
        />
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

interface FilterDialogProps extends FindingsFiltersProps {
  names: readonly FilterName[];
  label: 'tab.filters.button' | 'tab.filters.more';
  /** Where some of the filters are set. */
  labelSet: 'tab.filters.buttonSet' | 'tab.filters.moreSet';
}

function FilterDialog(props: FilterDialogProps) {
  const { names, filters, label, labelSet } = props;
  const { t } = usePostureTranslation();
  const set = names.filter(name => filters[name] !== '').length;
  return (
    <DialogTrigger>
      <Button size="small" variant="secondary" iconStart={<RiFilter3Line />}>
        {set > 0 ? t(labelSet, { number: String(set) }) : t(label)}
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
