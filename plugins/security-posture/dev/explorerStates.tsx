import { ControlsPage } from '../src/components/ControlsPage';
import { FindingsPage } from '../src/components/FindingsPage';
import {
  anExplorerAnswer,
  aStanding,
  aStandingsAnswer,
} from '../src/testing/controlSamples';
import { answering, silent } from './sampleApis';
import type { GalleryState } from './states';

/** The findings explorer and the list of controls in their states. */
export function explorerStates(): GalleryState[] {
  const findings = <FindingsPage />;
  const controls = <ControlsPage />;
  const unjudged = aStanding({ numbers: null, change: null });
  return [
    {
      id: 'findings-full',
      element: findings,
      api: answering({ findings: anExplorerAnswer({ total: 61 }) }),
    },
    {
      id: 'findings-partial',
      element: findings,
      api: answering({ findings: anExplorerAnswer({ partial: true }) }),
    },
    {
      id: 'findings-empty',
      element: findings,
      api: answering({ findings: anExplorerAnswer({ items: [], total: 0 }) }),
    },
    { id: 'findings-loading', element: findings, api: silent() },
    {
      id: 'controls-full',
      element: controls,
      api: answering({ standings: aStandingsAnswer() }),
    },
    {
      id: 'controls-unjudged',
      element: controls,
      api: answering({ standings: aStandingsAnswer({ items: [unjudged] }) }),
    },
    { id: 'controls-loading', element: controls, api: silent() },
  ];
}
