import { CoveragePage } from '../src/components/CoveragePage';
import { OverviewPage } from '../src/components/OverviewPage';
import { ServicesPage } from '../src/components/ServicesPage';
import { aCoverage, LOST_WORKLOAD } from '../src/testing/coverageSamples';
import { anEntitiesAnswer } from '../src/testing/organisationSamples';
import { anOverview } from '../src/testing/overviewSamples';
import { answering } from './sampleApis';
import type { GalleryState } from './states';

const NONE = { total: 0, ready: 0, notReady: 0, unknown: 0, noPosture: 0 };

/** Overview, services and coverage of the board in every state. */
export function boardStates(): GalleryState[] {
  return [...overviewStates(), ...servicesStates(), ...coverageStates()];
}

function overviewStates(): GalleryState[] {
  const overviews = {
    full: anOverview(),
    partial: anOverview({ partial: true }),
    young: anOverview({ trend: [], weeks: [], fixes: [] }),
    empty: anOverview({
      entities: NONE,
      workloads: { swept: 0, known: 0, owned: 0 },
      clusters: { total: 0, answering: 0 },
    }),
  };
  return Object.entries(overviews).map(([state, overview]) => ({
    id: `overview-${state}`,
    element: <OverviewPage />,
    api: answering({ overview }),
  }));
}

function servicesStates(): GalleryState[] {
  const lists = {
    full: anEntitiesAnswer({ total: 124, nextCursor: 'next' }),
    partial: anEntitiesAnswer({ partial: true }),
    empty: anEntitiesAnswer({ items: [] }),
  };
  return Object.entries(lists).map(([state, entities]) => ({
    id: `services-${state}`,
    element: <ServicesPage />,
    api: answering({ entities }),
  }));
}

function coverageStates(): GalleryState[] {
  const unowned = { items: [LOST_WORKLOAD], total: 1 };
  return [
    {
      id: 'coverage-full',
      element: <CoveragePage />,
      api: answering({ coverage: aCoverage(), unowned }),
    },
    {
      id: 'coverage-empty',
      element: <CoveragePage />,
      api: answering({
        coverage: aCoverage({ clusters: [] }),
        unowned: { items: [], total: 0 },
      }),
    },
  ];
}
