import { EntityProvider } from '@backstage/plugin-catalog-react';
import { ScopePostureTab } from '../src/components/ScopePostureTab';
import { ScopesPage } from '../src/components/ScopesPage';
import { anEntitiesAnswer } from '../src/testing/organisationSamples';
import {
  aHierarchyAnswer,
  aScopeDetails,
  aScopeMatrixAnswer,
  everyHierarchyRow,
} from '../src/testing/scopeSamples';
import { answering, silent } from './sampleApis';
import type { GalleryState } from './states';

const GROUP = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { namespace: 'default', name: 'payments' },
  spec: { type: 'team', children: [] },
};

const PAGE = <ScopesPage kind="group" />;

const TAB = (
  <EntityProvider entity={GROUP}>
    <ScopePostureTab />
  </EntityProvider>
);

/** The page of teams, and the tab of one of them, in their states. */
export function scopeStates(): GalleryState[] {
  const hierarchy = aHierarchyAnswer();
  const matrix = aScopeMatrixAnswer();
  const inParts = aHierarchyAnswer({
    items: everyHierarchyRow().filter(({ level }) => level === 0),
    whole: false,
    total: 300,
    nextCursor: 'next',
  });
  return [
    {
      id: 'teams-full',
      element: PAGE,
      api: answering({ hierarchy, matrix }),
    },
    {
      id: 'teams-inParts',
      element: PAGE,
      api: answering({ hierarchy: inParts, matrix }),
    },
    {
      id: 'teams-empty',
      element: PAGE,
      api: answering({
        hierarchy: aHierarchyAnswer({ items: [] }),
        matrix: aScopeMatrixAnswer({ rows: [], total: 0 }),
      }),
    },
    { id: 'teams-loading', element: PAGE, api: silent() },
    {
      id: 'scopeTab-full',
      element: TAB,
      api: answering({ scope: aScopeDetails(), entities: anEntitiesAnswer() }),
    },
    { id: 'scopeTab-empty', element: TAB, api: answering({}) },
    { id: 'scopeTab-loading', element: TAB, api: silent() },
  ];
}
