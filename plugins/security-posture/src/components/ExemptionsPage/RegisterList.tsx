import { Button } from '@backstage/ui';
import { RiPauseCircleLine, RiSearchLine } from '@remixicon/react';
import type { ExemptionsRegister } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { DataTable } from '../DataTable';
import { EmptyState } from '../EmptyState';
import { useExemptionPanels } from '../ExemptionPanels';
import { Pager } from '../Pager';
import { useNow } from '../RelativeTime/useNow';
import styles from './ExemptionsPage.module.css';
import { registerColumns } from './registerColumns';
import { PAGE_SIZE, RegisterState } from './useRegisterState';

/** Props of {@link RegisterList}. */
export interface RegisterListProps {
  list: RegisterState;
  answer: ExemptionsRegister;
  outdated: boolean;
}

/** A page of exemptions; a row opens its panel. */
export function RegisterList({ list, answer, outdated }: RegisterListProps) {
  const { t } = usePostureTranslation();
  const panels = useExemptionPanels();
  const now = useNow();
  if (answer.items.length === 0) return <NothingListed list={list} />;
  return (
    <>
      <DataTable
        label={t('exemptions.register.caption')}
        columns={registerColumns(t, now, id => panels?.open(id))}
        rows={answer.items}
        rowKey={({ id }) => id}
        outdated={outdated}
      />
      <div className={styles.pager}>
        {answer.partial && (
          <span className={styles.aside}>
            {t('exemptions.register.partial')}
          </span>
        )}
        <Pager
          answer={answer}
          pages={list.pages}
          pageSize={PAGE_SIZE}
          outdated={outdated}
        />
      </div>
    </>
  );
}

function NothingListed({ list }: { list: RegisterState }) {
  const { t } = usePostureTranslation();
  const { part, narrowed } = list;
  if (narrowed) {
    return (
      <div className={styles.empty}>
        <EmptyState
          icon={RiSearchLine}
          title={t('exemptions.register.empty.filtered')}
          actions={
            <Button variant="secondary" onPress={list.reset}>
              {t('exemptions.register.clear')}
            </Button>
          }
        >
          <p>{t('exemptions.register.empty.filteredDetail')}</p>
        </EmptyState>
      </div>
    );
  }
  return (
    <div className={styles.empty}>
      <EmptyState
        icon={RiPauseCircleLine}
        title={t(`exemptions.register.empty.${part ?? 'none'}`)}
        actions={
          part && (
            <Button variant="secondary" onPress={list.reset}>
              {t('exemptions.register.clear')}
            </Button>
          )
        }
      >
        {!part && <p>{t('exemptions.register.empty.noneDetail')}</p>}
      </EmptyState>
    </div>
  );
}
