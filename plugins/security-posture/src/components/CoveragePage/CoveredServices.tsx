import { Link } from '@backstage/ui';
import type { CoverageResponse } from 'backstage-plugin-security-posture-common';
import { useBoardLink } from '../../routing';
import {
  PostureTranslate,
  usePostureTranslation,
} from '../../translation/usePostureTranslation';
import { DataColumn, DataTable } from '../DataTable';
import { TabSection } from '../TabSection';
import { EvidenceCount, evidenceCounts } from './evidenceCounts';
import styles from './CoveragePage.module.css';

/** How many services have a posture, how many have none, why, and what to do. */
export function CoveredServices({ coverage }: { coverage: CoverageResponse }) {
  const { t } = usePostureTranslation();
  return (
    <TabSection title={t('coverage.services.title')} flush>
      <DataTable
        label={t('coverage.services.label')}
        columns={columnsOf(t)}
        rows={evidenceCounts(coverage.entities)}
        rowKey={({ evidence }) => evidence}
      />
      {coverage.partial && (
        <p className={styles.note}>{t('coverage.services.partial')}</p>
      )}
    </TabSection>
  );
}

function columnsOf(t: PostureTranslate): DataColumn<EvidenceCount>[] {
  return [
    {
      id: 'known',
      header: t('coverage.services.known'),
      rowHeader: true,
      width: '30%',
      cell: ({ evidence }) => t(`organisation.evidence.${evidence}`),
    },
    {
      id: 'services',
      header: t('coverage.services.services'),
      align: 'end',
      width: '12%',
      cell: count => <Count count={count} />,
    },
    {
      id: 'next',
      header: t('coverage.services.next'),
      cell: ({ evidence, services }) =>
        services > 0 && t(`coverage.services.steps.${evidence}`),
    },
  ];
}

function Count({ count: { evidence, services } }: { count: EvidenceCount }) {
  const { t } = usePostureTranslation();
  const boardLink = useBoardLink();
  if (services === 0)
    return <span className={styles.second}>{t('coverage.services.none')}</span>;
  return (
    <Link
      className={styles.link}
      href={boardLink('services', { query: { evidence } })}
      aria-label={`${t(`organisation.evidence.${evidence}`)}: ${services}`}
    >
      {services}
    </Link>
  );
}
