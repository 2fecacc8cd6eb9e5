import { Link } from '@backstage/ui';
import { RiQuestionLine } from '@remixicon/react';
import type {
  ClusterNamespaces,
  ClusterOverview,
} from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { EmptyState } from '../EmptyState';
import { TabSection } from '../TabSection';
import { NamespaceTable } from './NamespaceTable';
import { useViewLink } from './useViewLink';
import styles from './ClusterPage.module.css';

/** The least bounded namespaces of the cluster. */
export function NamespacesSection({ overview }: { overview: ClusterOverview }) {
  const { t } = usePostureTranslation();
  const { cluster, namespaces } = overview;
  const viewLink = useViewLink(cluster.name);
  return (
    <TabSection
      title={t('clusters.namespaces.title')}
      actions={
        namespaces.total > 0 && (
          <Link href={viewLink('namespaces')} className={styles.link}>
            {t('clusters.namespaces.all', { count: namespaces.total })}
          </Link>
        )
      }
      flush
    >
      <NamespaceNotes namespaces={namespaces} />
      {namespaces.items.length > 0 && (
        <NamespaceTable cluster={cluster.name} namespaces={namespaces.items} />
      )}
    </TabSection>
  );
}

/** What the table counts, and what it leaves out. */
export function NamespaceNotes({
  namespaces,
}: {
  namespaces: ClusterNamespaces;
}) {
  const { t } = usePostureTranslation();
  if (namespaces.total === 0)
    return (
      <div className={styles.within}>
        <EmptyState icon={RiQuestionLine} title={t('clusters.namespaces.none')}>
          {t('clusters.namespaces.noneDetail')}
        </EmptyState>
      </div>
    );
  return (
    <p className={styles.explained}>
      {t('clusters.namespaces.explained')}{' '}
      {namespaces.partial && t('clusters.namespaces.partial')}
    </p>
  );
}
