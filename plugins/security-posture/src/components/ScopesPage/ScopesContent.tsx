import { Card, CardBody } from '@backstage/ui';
import { RiLinksLine } from '@remixicon/react';
import type { HierarchyResponse } from 'backstage-plugin-security-posture-common';
import { Resource } from '../../api';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { EmptyState } from '../EmptyState';
import { FailureState } from '../FailureState';
import { ScopesSection } from './ScopesSection';
import { ScopesSkeleton } from './ScopesSkeleton';
import { ScopesVerdict } from './ScopesVerdict';
import { ScopesState } from './useScopesState';

/** Props of {@link ScopesContent}. */
export interface ScopesContentProps {
  state: ScopesState;
  hierarchy: Resource<HierarchyResponse>;
}

/** What is to be said first, and the table. */
export function ScopesContent({ state, hierarchy }: ScopesContentProps) {
  const { data, failure, refresh } = hierarchy;
  if (!data) {
    return failure ? (
      <Card>
        <CardBody>
          <FailureState failure={failure} onRetry={refresh} titleAs="h2" />
        </CardBody>
      </Card>
    ) : (
      <ScopesSkeleton kind={state.kind} />
    );
  }
  if (data.total === 0 && state.search === '') {
    return <NoScopes kind={state.kind} />;
  }
  return (
    <>
      {data.verdict && (
        <ScopesVerdict
          kind={state.kind}
          verdict={data.verdict}
          partial={data.partial}
        />
      )}
      <ScopesSection
        state={state}
        answer={data}
        outdated={hierarchy.outdated}
      />
    </>
  );
}

function NoScopes({ kind }: Pick<ScopesState, 'kind'>) {
  const { t } = usePostureTranslation();
  return (
    <Card>
      <CardBody>
        <EmptyState
          icon={RiLinksLine}
          title={t(`scopes.empty.${kind}.title`)}
          titleAs="h2"
        >
          {t(`scopes.empty.${kind}.description`)}
        </EmptyState>
      </CardBody>
    </Card>
  );
}
