import { lazy, Suspense } from 'react';
import { Progress } from '@backstage/core-components';
import { useEntity } from '@backstage/plugin-catalog-react';

const EntityPostureTab = lazy(() =>
  import('../EntityPostureTab').then(module => ({
    default: module.EntityPostureTab,
  })),
);
const ScopePostureTab = lazy(() =>
  import('../ScopePostureTab').then(module => ({
    default: module.ScopePostureTab,
  })),
);

/** Kinds that hold others. */
const SCOPE_KINDS: readonly string[] = ['group', 'system', 'domain'];

/** The tab of the entity in context: of a group, system or domain the roll-up of its members. */
export function EntityPostureContent() {
  const { entity } = useEntity();
  const kind = entity.kind.toLocaleLowerCase('en-US');
  return (
    <Suspense fallback={<Progress />}>
      {SCOPE_KINDS.includes(kind) ? <ScopePostureTab /> : <EntityPostureTab />}
    </Suspense>
  );
}
