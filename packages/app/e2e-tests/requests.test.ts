import { expect } from '@playwright/test';
import { OverviewPage } from './pages/OverviewPage';
import { PostureTab } from './pages/PostureTab';
import { ScopesPage } from './pages/ScopesPage';
import { signIn } from './signIn';
import { test } from './test';
import { watchRequests } from './watchRequests';

const pages = [
  {
    name: 'the tab',
    path: PostureTab.pathOf('payments-api'),
    sign: 'Fix first',
  },
  {
    name: "the board's overview",
    path: OverviewPage.path,
    sign: 'Blocking findings',
  },
  {
    name: "the board's teams",
    path: ScopesPage.pathOf('teams'),
    sign: 'Teams by control',
  },
];

for (const { name, path, sign } of pages) {
  test(`${name} asks again after a minute only, and for nothing new`, async ({
    page,
  }) => {
    await page.clock.install();
    const requests = watchRequests(page);
    await signIn(page, 'vera', path);
    await expect(page.getByText(sign, { exact: true }).first()).toBeVisible();
    await page.clock.runFor('00:30');
    const first = [...requests];
    expect(new Set(first).size).toBe(first.length);
    await page.clock.runFor('01:05');
    await expect.poll(() => requests.length).toBeGreaterThan(first.length);
    const again = requests.slice(first.length);
    expect(new Set(again).size).toBe(again.length);
    expect(first).toEqual(expect.arrayContaining(again));
  });
}
