import { useState } from 'react';
import { Button, SearchField, Select } from '@backstage/ui';
import { RiFilter3Line } from '@remixicon/react';
import { EXPLORER_STATES } from '../../model/explorerFilters';
import { SEVERITIES } from '../../model/severities';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { useDelayedText } from '../EntityList/useDelayedText';
import { ChoiceField } from '../ChoiceField';
import { MoreFilters } from './MoreFilters';
import { SinceField } from './SinceField';
import { ExplorerPageState } from './useExplorerState';
import styles from './FindingsPage.module.css';

/** Search and the filters that are asked for most; the others are one press away. */
export function ExplorerFilterBar({ state }: { state: ExplorerPageState }) {
  const { filters, change } = state;
  const { t } = usePostureTranslation();
  const [more, setMore] = useState(false);
  const [text, setText] = useDelayedText(filters.search, search =>
    change({ search }),
  );
  return (
    <div className={styles.filters} role="search">
      <SearchField
        className={styles.search}
        size="small"
        label={t('findings.filters.search')}
        placeholder={t('findings.filters.searchHint')}
        value={text}
        onChange={setText}
      />
      <Select
        className={styles.field}
        size="small"
        label={t('findings.filters.severity')}
        placeholder={t('shared.choice.any')}
        selectionMode="multiple"
        value={[...filters.severity]}
        onChange={keys => change({ severity: (keys ?? []).map(String) })}
        options={SEVERITIES.map(id => ({
          id,
          label: t(`shared.severity.${id}`),
        }))}
      />
      <ChoiceField
        className={styles.field}
        label={t('findings.filters.state')}
        value={filters.state}
        onChange={value => change({ state: value })}
        options={EXPLORER_STATES.map(id => ({
          id,
          label: t(`shared.state.${id}`),
        }))}
      />
      <SinceField
        className={styles.field}
        value={filters.since}
        onChange={since => change({ since })}
      />
      <Button
        size="small"
        variant="secondary"
        iconStart={<RiFilter3Line />}
        onPress={() => setMore(true)}
      >
        {t('findings.filters.more')}
      </Button>
      {more && <MoreFilters state={state} onClose={() => setMore(false)} />}
    </div>
  );
}
