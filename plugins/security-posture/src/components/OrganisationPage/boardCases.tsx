import { lazy } from 'react';
import { PathCase } from '../../routing';

const OverviewPage = lazy(() =>
  import('../OverviewPage').then(module => ({ default: module.OverviewPage })),
);
const ServicesPage = lazy(() =>
  import('../ServicesPage').then(module => ({ default: module.ServicesPage })),
);
const ScopesPage = lazy(() =>
  import('../ScopesPage').then(module => ({ default: module.ScopesPage })),
);
const ControlsPage = lazy(() =>
  import('../ControlsPage').then(module => ({ default: module.ControlsPage })),
);
const ControlPage = lazy(() =>
  import('../ControlPage').then(module => ({ default: module.ControlPage })),
);
const FindingsPage = lazy(() =>
  import('../FindingsPage').then(module => ({ default: module.FindingsPage })),
);
const ExemptionsPage = lazy(() =>
  import('../ExemptionsPage').then(module => ({
    default: module.ExemptionsPage,
  })),
);
const CoveragePage = lazy(() =>
  import('../CoveragePage').then(module => ({ default: module.CoveragePage })),
);
const ClustersPage = lazy(() =>
  import('../ClustersPage').then(module => ({ default: module.ClustersPage })),
);
const ClusterPage = lazy(() =>
  import('../ClusterPage').then(module => ({ default: module.ClusterPage })),
);
const SetupPage = lazy(() =>
  import('../SetupPage').then(module => ({ default: module.SetupPage })),
);

/** Every page of the board, at its path; each one is loaded when it is opened. */
export const BOARD_CASES: readonly PathCase[] = [
  { path: '', element: <OverviewPage /> },
  { path: 'services', element: <ServicesPage /> },
  { path: 'teams', element: <ScopesPage kind="group" /> },
  { path: 'systems', element: <ScopesPage kind="system" /> },
  { path: 'domains', element: <ScopesPage kind="domain" /> },
  { path: 'clusters', element: <ClustersPage /> },
  { path: 'clusters/:name', element: <ClusterPage /> },
  { path: 'controls', element: <ControlsPage /> },
  { path: 'controls/:id', element: <ControlPage /> },
  { path: 'findings', element: <FindingsPage /> },
  { path: 'exemptions', element: <ExemptionsPage /> },
  { path: 'coverage', element: <CoveragePage /> },
  { path: 'setup', element: <SetupPage /> },
];
