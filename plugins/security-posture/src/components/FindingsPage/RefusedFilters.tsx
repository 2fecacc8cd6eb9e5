import { RiErrorWarningLine } from '@remixicon/react';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { EmptyState } from '../EmptyState';
import { ResetButton } from './ResetButton';
import { ExplorerPageState } from './useExplorerState';
import styles from './FindingsPage.module.css';

/** Names what of the address cannot be asked for, and takes it away at a press. */
export function RefusedFilters({ state }: { state: ExplorerPageState }) {
  const { t } = usePostureTranslation();
  return (
    <div className={styles.state}>
      <EmptyState
        icon={RiErrorWarningLine}
        title={t('shared.failure.invalidTitle')}
        actions={<ResetButton state={state} />}
      >
        {state.refused.map(({ name, value }) => (
          <p key={name + value}>
            {t('findings.refused', {
              filter: t(`findings.filters.${name}`),
              value,
            })}
          </p>
        ))}
      </EmptyState>
    </div>
  );
}
