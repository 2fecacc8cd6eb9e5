import type {
  SuggestedOwner,
  UnownedWorkload,
} from 'backstage-plugin-security-posture-common';
import {
  PostureTranslate,
  usePostureTranslation,
} from '../../translation/usePostureTranslation';
import { DataColumn } from '../DataTable';
import { ScopeName } from '../ScopeName';
import styles from './CoveragePage.module.css';

/** The columns of the workloads that belong to no service. */
export function unownedColumns(
  t: PostureTranslate,
): DataColumn<UnownedWorkload>[] {
  return [
    {
      id: 'workload',
      header: t('coverage.unowned.workload'),
      rowHeader: true,
      width: '30%',
      cell: ({ kind, name }) => (
        <span className={styles.workload}>
          {kind} <strong>{name}</strong>
        </span>
      ),
    },
    {
      id: 'namespace',
      header: t('coverage.unowned.namespace'),
      width: '16%',
      cell: ({ namespace }) => namespace ?? '–',
    },
    {
      id: 'cluster',
      header: t('coverage.unowned.cluster'),
      width: '16%',
      cell: ({ cluster }) => cluster,
    },
    {
      id: 'owner',
      header: t('coverage.unowned.owner'),
      cell: ({ suggestedOwner }) => <Suggested owner={suggestedOwner} />,
    },
  ];
}

/** Who probably owns a workload, and why. */
function Suggested({ owner }: { owner?: SuggestedOwner }) {
  const { t } = usePostureTranslation();
  if (!owner)
    return (
      <span className={styles.second}>{t('coverage.unowned.noOwner')}</span>
    );
  const { because } = owner;
  return (
    <span className={styles.lines}>
      <ScopeName entityRef={owner.ref} />
      <span className={styles.second}>
        {because.kind === 'label'
          ? t('coverage.unowned.byLabel', {
              label: because.label,
              value: because.value,
            })
          : t('coverage.unowned.byNamespace', {
              workloads: String(because.workloads),
              of: String(because.of),
            })}
      </span>
    </span>
  );
}
