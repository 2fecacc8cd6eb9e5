import { expect, test, type Page } from '@playwright/test';
import { OrganisationPage } from './pages/OrganisationPage';
import { PostureTab } from './pages/PostureTab';
import { signIn } from './signIn';

const pages = [
  {
    name: 'the overview card',
    path: '/catalog/default/component/payments-api',
    sign: 'Open posture',
  },
  {
    name: 'the tab',
    path: PostureTab.pathOf('payments-api'),
    sign: 'Fix first',
  },
  {
    name: 'the tab of a service that is not mapped',
    path: PostureTab.pathOf('fraud-rules'),
    sign: 'No workload is linked',
  },
  {
    name: "the organisation's page",
    path: OrganisationPage.path,
    sign: 'video-transcoder',
  },
];

for (const { name, path, sign } of pages) {
  test(`${name} asks for at most two things, and again after a minute only`, async ({
    page,
  }) => {
    await page.clock.install();
    const requests = watchRequests(page);
    await signIn(page, 'vera', path);
    await expect(page.getByText(sign, { exact: true }).first()).toBeVisible();
    await page.clock.runFor('00:30');
    expect(requests.length).toBeLessThanOrEqual(2);
    expect(new Set(requests).size).toBe(requests.length);
    const first = [...requests];
    await page.clock.runFor('00:35');
    await expect.poll(() => requests).toEqual([...first, ...first]);
  });
}

/** Everything that the page asks of the plugin's backend from now on. */
function watchRequests(page: Page): string[] {
  const seen: string[] = [];
  page.on('request', request => {
    const { pathname, search } = new URL(request.url());
    if (pathname.startsWith('/api/security-posture/')) {
      seen.push(`${request.method()} ${pathname}${search}`);
    }
  });
  return seen;
}
