import { expect, type Route } from '@playwright/test';
import { OverviewPage } from './pages/OverviewPage';
import { PostureTab } from './pages/PostureTab';
import { ServicesPage } from './pages/ServicesPage';
import { test } from './test';

const API = '**/api/security-posture/**';

function refuse(status: number, name: string) {
  return (route: Route) =>
    route.fulfill({
      status,
      json: {
        error: { name, message: 'The database is away' },
        response: { statusCode: status },
      },
    });
}

const failures = [
  {
    what: 'an error of the backend',
    answer: refuse(500, 'Error'),
    title: 'The posture could not be loaded',
    detail: 'The backend answered: The database is away',
  },
  {
    what: 'a lost connection',
    answer: (route: Route) => route.abort('internetdisconnected'),
    title: 'The portal could not be reached',
    detail: 'Check your connection, then try again.',
  },
];

for (const { what, answer, title, detail } of failures) {
  test(`the tab tells ${what}, and recovers`, async ({ page }) => {
    await page.route(API, answer);
    const tab = await PostureTab.open(page, 'olivia', 'payments-api');
    await expect(tab.verdict).toHaveText(title);
    await expect(tab.root.getByText(detail)).toBeVisible();
    await page.unroute(API);
    await tab.root.getByRole('button', { name: 'Try again' }).click();
    await expect(tab.verdict).toHaveText('Not ready for production');
  });

  test(`the board's overview tells ${what}, and recovers`, async ({ page }) => {
    await page.route(API, answer);
    const overview = await OverviewPage.open(page, 'vera');
    await expect(overview.root.getByText(title)).toHaveCount(1);
    await page.unroute(API);
    await overview.root.getByRole('button', { name: 'Try again' }).click();
    await expect(overview.verdict).toBeVisible();
  });

  test(`the board's services tell ${what}, and recover`, async ({ page }) => {
    await page.route(API, answer);
    const list = await ServicesPage.open(page, 'vera');
    await expect(list.root.getByText(title)).toHaveCount(1);
    await page.unroute(API);
    await list.root.getByRole('button', { name: 'Try again' }).click();
    await expect(list.services.first()).toBeVisible();
  });
}

test('who may not see a posture is told whom to ask for what', async ({
  page,
}) => {
  await page.route(API, refuse(403, 'NotAllowedError'));
  const tab = await PostureTab.open(page, 'vera', 'payments-api');
  await expect(tab.verdict).toHaveText('You may not see this posture');
  await expect(
    tab.root.getByText('security-posture.posture.read'),
  ).toBeVisible();
  await expect(tab.root.getByRole('button')).toHaveCount(0);
});

test('a posture stays where the next answer fails, and says that it is old', async ({
  page,
}) => {
  await page.clock.install();
  const tab = await PostureTab.open(page, 'olivia', 'payments-api');
  await expect(tab.verdict).toHaveText('Not ready for production');
  await page.route(API, refuse(500, 'Error'));
  await page.clock.runFor('01:05');
  await expect(
    tab.root.getByText('Shown below is the last answer.'),
  ).toBeVisible();
  await expect(tab.root.getByText('Not ready for production')).toBeVisible();
  await page.unroute(API);
  await tab.root.getByRole('button', { name: 'Try again' }).click();
  await expect(
    tab.root.getByText('Shown below is the last answer.'),
  ).toHaveCount(0);
});
