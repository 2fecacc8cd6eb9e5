import { RiKey2Line } from '@remixicon/react';
import type { AccessResponse } from 'backstage-plugin-security-posture-common';
import { useEntityAccess } from '../../api/useEntityDetails';
import { subjectId } from '../../model/subjectName';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { DataTable } from '../DataTable';
import { EmptyState } from '../EmptyState';
import { Loaded } from '../Loaded';
import { RightWords } from '../RightWords';
import { TabSection } from '../TabSection';
import { accessSentence } from './accessSentence';
import styles from './EntityAccess.module.css';
import { useAccountColumns } from './useAccountColumns';

/** What the workloads of an entity may do in their clusters, the gravest rights first. */
export function EntityAccess({ entityRef }: { entityRef: string }) {
  const { t } = usePostureTranslation();
  const access = useEntityAccess(entityRef);
  return (
    <TabSection title={t('entity.access.title')} flush>
      <Loaded resource={access} height={200}>
        {answer => <AccountList entityRef={entityRef} answer={answer} />}
      </Loaded>
    </TabSection>
  );
}

function AccountList({
  entityRef,
  answer,
}: {
  entityRef: string;
  answer: AccessResponse;
}) {
  const { t } = usePostureTranslation();
  const columns = useAccountColumns(entityRef);
  const { items, total, workloadsTotal, workloadsLookedAt } = answer;
  if (items.length === 0) {
    return (
      <div className={styles.padded}>
        <EmptyState icon={RiKey2Line} title={t('entity.access.noneTitle')}>
          <p>{t('entity.access.none')}</p>
        </EmptyState>
      </div>
    );
  }
  return (
    <>
      <p className={styles.padded}>{accessSentence(answer, t)}</p>
      <DataTable
        label={t('entity.access.label')}
        columns={columns}
        rows={items}
        rowKey={({ resource }) => subjectId(resource)}
        expand={({ rights, rightsLeftOut }) =>
          rights.length === 0 ? undefined : (
            <ul className={styles.rights}>
              {rights.map(right => (
                <li key={JSON.stringify(right)}>
                  <RightWords right={right} />
                </li>
              ))}
              {rightsLeftOut > 0 && (
                <li>{t('entity.andMore', { count: rightsLeftOut })}</li>
              )}
            </ul>
          )
        }
      />
      {workloadsLookedAt < workloadsTotal && (
        <p className={styles.padded}>
          {t('entity.access.cut', {
            looked: String(workloadsLookedAt),
            total: String(workloadsTotal),
          })}
        </p>
      )}
      {items.length < total && (
        <p className={styles.padded}>
          {t('entity.access.shown', {
            shown: String(items.length),
            total: String(total),
          })}
        </p>
      )}
    </>
  );
}
