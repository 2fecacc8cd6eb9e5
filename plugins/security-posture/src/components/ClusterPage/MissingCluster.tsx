import { ReactNode } from 'react';
import { Card, Link } from '@backstage/ui';
import {
  RemixiconComponentType,
  RiSearchLine,
  RiServerLine,
} from '@remixicon/react';
import { Failure, useClusterPart } from '../../api';
import { useBoardLink } from '../../routing';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { ClusterFailure } from '../ClusterFailure';
import { FullDay } from '../Day';
import { EmptyState } from '../EmptyState';
import styles from './ClusterPage.module.css';
import { ClusterSkeleton } from './ClusterSkeleton';

/** Props of {@link MissingCluster}. */
export interface MissingClusterProps {
  name: string;
  failure: Failure;
  retry: () => void;
}

/** Why a cluster's page shows nothing of it. */
export function MissingCluster({ name, failure, retry }: MissingClusterProps) {
  return failure.kind === 'notFound' ? (
    <UnlistedCluster name={name} />
  ) : (
    <ClusterFailure failure={failure} onRetry={retry} />
  );
}

/** One that the portal does not have: it is remembered for a while where it had it. */
function UnlistedCluster({ name }: { name: string }) {
  const { t } = usePostureTranslation();
  const { data, failure } = useClusterPart(name, 'cluster', api =>
    api.getCluster(name),
  );
  if (!data && !failure) return <ClusterSkeleton />;
  if (!data?.goneAt)
    return (
      <NoCluster
        icon={RiSearchLine}
        title={t('clusters.page.notFound', { name })}
      >
        {t('clusters.page.notFoundDetail')}
      </NoCluster>
    );
  return (
    <NoCluster
      icon={RiServerLine}
      title={t('clusters.page.gone', { name: data.title ?? name })}
      withSetup
    >
      {t('clusters.page.goneDetail', {
        day: <FullDay day={data.goneAt} />,
      })}
    </NoCluster>
  );
}

interface NoClusterProps {
  icon: RemixiconComponentType;
  title: string;
  /** True where the page that tells what postures need leads on, too. */
  withSetup?: boolean;
  children: ReactNode;
}

function NoCluster({ icon, title, withSetup, children }: NoClusterProps) {
  const { t } = usePostureTranslation();
  const link = useBoardLink();
  return (
    <Card>
      <EmptyState
        icon={icon}
        title={title}
        titleAs="h2"
        actions={
          <>
            <Link href={link('clusters')} className={styles.link}>
              {t('clusters.page.back')}
            </Link>
            {withSetup && (
              <Link href={link('setup')} className={styles.link}>
                {t('clusters.page.checkSetup')}
              </Link>
            )}
          </>
        }
      >
        {children}
      </EmptyState>
    </Card>
  );
}
