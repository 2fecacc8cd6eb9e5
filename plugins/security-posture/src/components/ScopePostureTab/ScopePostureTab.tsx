import { stringifyEntityRef } from '@backstage/catalog-model';
import { Card } from '@backstage/ui';
import { RiLinksLine } from '@remixicon/react';
import { useEntity } from '@backstage/plugin-catalog-react';
import type { ScopeDetails } from 'backstage-plugin-security-posture-common';
import { Resource, useScope } from '../../api';
import { useUrlState } from '../../routing';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { EmptyState } from '../EmptyState';
import { FailureNotice, FailureState } from '../FailureState';
import { PostureRoot } from '../PostureRoot';
import { PrintedPage } from '../PrintedPage';
import { ScopeComparison } from './ScopeComparison';
import { ScopeMembers } from './ScopeMembers';
import { ScopeTabSkeleton } from './ScopeTabSkeleton';
import { ScopeTrend } from './ScopeTrend';
import { ScopeVerdict } from './ScopeVerdict';
import styles from './ScopePostureTab.module.css';

const DEFAULTS = { compare: '' };

/** The Security posture tab of the group, system or domain in context: the roll-up of its members. */
export function ScopePostureTab() {
  const { entity } = useEntity();
  const scopeRef = stringifyEntityRef(entity);
  const details = useScope(scopeRef);
  const { data } = details;
  const basis = data && {
    library: data.library,
    coverage: data.scope.coverage,
  };
  return (
    <PostureRoot>
      <PrintedPage title={scopeRef} basis={basis}>
        <div className={styles.tab}>
          <TabContent
            scopeRef={scopeRef}
            name={entity.metadata.title ?? entity.metadata.name}
            details={details}
          />
        </div>
      </PrintedPage>
    </PostureRoot>
  );
}

interface TabContentProps {
  scopeRef: string;
  name: string;
  details: Resource<ScopeDetails>;
}

function TabContent({ scopeRef, name, details }: TabContentProps) {
  const { data, failure, refresh } = details;
  const [{ compare }, change] = useUrlState(DEFAULTS);
  const onCompare = (value: string) => change({ compare: value });
  if (!data) {
    if (!failure) return <ScopeTabSkeleton />;
    return failure.kind === 'notFound' ? (
      <NoMembers />
    ) : (
      <Card className={styles.section}>
        <FailureState failure={failure} onRetry={refresh} titleAs="h2" />
      </Card>
    );
  }
  return (
    <>
      {failure && <FailureNotice failure={failure} onRetry={refresh} />}
      <ScopeVerdict details={data} onCompare={onCompare} />
      <ScopeMembers scopeRef={scopeRef} />
      <ScopeTrend points={data.trend} />
      <ScopeComparison
        scopeRef={scopeRef}
        name={name}
        value={compare}
        onChange={onCompare}
      />
    </>
  );
}

function NoMembers() {
  const { t } = usePostureTranslation();
  return (
    <Card className={styles.section}>
      <EmptyState
        icon={RiLinksLine}
        title={t('scopes.tab.empty.title')}
        titleAs="h2"
      >
        {t('scopes.tab.empty.description')}
      </EmptyState>
    </Card>
  );
}
