import { daysAgo } from './daysAgo';
import { ClustersPage } from './pages/ClustersPage';
import { ControlsPage } from './pages/ControlsPage';
import { FindingsPage } from './pages/FindingsPage';
import { ExemptionsPage } from './pages/ExemptionsPage';
import { CoveragePage } from './pages/CoveragePage';
import { OverviewPage } from './pages/OverviewPage';
import { PostureTab } from './pages/PostureTab';
import { ScopesPage } from './pages/ScopesPage';
import { ScopeTab } from './pages/ScopeTab';
import { ServicesPage } from './pages/ServicesPage';

interface PageToSee {
  path: string;
  /** Words of the page that stand there once it is loaded. */
  sign: string;
}

const overview = '/catalog/default/component';

/** Addresses of the pages of the plugin in their states, each with words that tell that it is there. */
export const everyPage: PageToSee[] = [
  { path: `${overview}/payments-api`, sign: 'Open posture' },
  { path: `${overview}/fraud-rules`, sign: 'See how to link it' },
  { path: `${overview}/image-resizer`, sign: 'No cluster answers' },
  {
    path: PostureTab.pathOf('payments-api', '?group=subject'),
    sign: 'cronjob/settlement-export',
  },
  {
    path: PostureTab.pathOf('checkout', '?finding=nope'),
    sign: 'This finding is not open',
  },
  {
    path: PostureTab.pathOf('payments-api', '?view=workloads'),
    sign: 'First seen',
  },
  {
    path: PostureTab.pathOf('payments-api', '?view=exposure'),
    sign: 'Show as table',
  },
  {
    path: PostureTab.pathOf('payments-api', '?view=access'),
    sign: 'May',
  },
  {
    path: PostureTab.pathOf('payments-api', '?view=history&days=90'),
    sign: 'Compare with the day before',
  },
  {
    path: PostureTab.pathOf(
      'payments-api',
      `?compare=${daysAgo(20)}..${daysAgo(8)}`,
    ),
    sign: 'What happened',
  },
  { path: PostureTab.pathOf('fraud-rules'), sign: 'Add to catalog-info.yaml' },
  { path: PostureTab.pathOf('cdn-purger'), sign: 'Linked, but nothing runs' },
  { path: PostureTab.pathOf('image-resizer'), sign: 'No cluster answers' },
  { path: CoveragePage.path, sign: 'Workloads of nobody' },
  { path: '/security-posture/setup', sign: 'What postures need' },
  {
    path: ClustersPage.pathOf('prod-eu', '?view=nodes'),
    sign: 'Container runtime',
  },
  { path: ClustersPage.path, sign: 'Controls by cluster' },
  { path: ClustersPage.pathOf('prod-eu'), sign: 'Risky access' },
  {
    path: ClustersPage.pathOf('prod-eu', '?view=controls'),
    sign: 'All states',
  },
  { path: OverviewPage.path, sign: 'Blocking findings' },
  { path: ServicesPage.path, sign: 'video-transcoder' },
  { path: ExemptionsPage.path, sign: 'Exempted, applies to nothing' },
  {
    path: PostureTab.pathOf('payments-api', '?view=exemptions'),
    sign: 'All exemptions',
  },
  { path: ScopesPage.pathOf('teams'), sign: 'Teams by control' },
  { path: ScopesPage.pathOf('systems'), sign: 'Systems by control' },
  { path: ScopesPage.pathOf('domains'), sign: 'Domains by control' },
  {
    path: ScopesPage.pathOf('teams', '?search=none'),
    sign: 'Nothing matches',
  },
  { path: ScopeTab.pathOf('group', 'payments'), sign: 'payments-api' },
  { path: `${ServicesPage.path}?search=none`, sign: 'No service matches' },
  { path: FindingsPage.path, sign: 'A container runs privileged' },
  {
    path: `${FindingsPage.path}?state=exempted&search=no-such`,
    sign: 'No finding matches',
  },
  {
    path: `${FindingsPage.path}?severity=huge`,
    sign: 'Severity cannot be “huge”.',
  },
  { path: ControlsPage.path, sign: 'Judged and listed, but not counted' },
  {
    path: ControlsPage.pathOf('privileged-container'),
    sign: 'How it is judged',
  },
  {
    path: ControlsPage.pathOf('of-tomorrow'),
    sign: 'There is no control “of-tomorrow”',
  },
];
