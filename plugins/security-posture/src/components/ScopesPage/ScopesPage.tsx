import type { ScopeKind } from 'backstage-plugin-security-posture-common';
import { useHierarchy, useScopeMatrix } from '../../api';
import { BoardPage } from '../../routing';
import { BoardFrame } from '../BoardFrame';
import { FailureNotice } from '../FailureState';
import { ScopeMatrixSection } from './ScopeMatrixSection';
import { ScopesContent } from './ScopesContent';
import { useScopesState } from './useScopesState';

const PAGES = {
  group: 'teams',
  system: 'systems',
  domain: 'domains',
} as const satisfies Record<ScopeKind, BoardPage>;

/** Props of {@link ScopesPage}. */
export interface ScopesPageProps {
  kind: ScopeKind;
}

/** Teams, systems or domains: the verdict, each of them along the hierarchy, and which controls their services fail. */
export function ScopesPage({ kind }: ScopesPageProps) {
  const state = useScopesState(kind);
  const hierarchy = useHierarchy(state.query);
  const matrix = useScopeMatrix(state.matrixQuery);
  const failed = [hierarchy, matrix].find(
    ({ data, failure }) => data && failure,
  );
  return (
    <BoardFrame page={PAGES[kind]}>
      {failed?.failure && (
        <FailureNotice failure={failed.failure} onRetry={failed.refresh} />
      )}
      <ScopesContent state={state} hierarchy={hierarchy} />
      {hierarchy.data && <ScopeMatrixSection state={state} matrix={matrix} />}
    </BoardFrame>
  );
}
