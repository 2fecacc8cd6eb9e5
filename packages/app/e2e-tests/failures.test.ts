import { expect, test, type Route } from '@playwright/test';
import { OrganisationPage } from './pages/OrganisationPage';
import { PostureTab } from './pages/PostureTab';

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

  test(`the organisation's page tells ${what}, and recovers`, async ({
    page,
  }) => {
    await page.route(API, answer);
    const organisation = await OrganisationPage.open(page, 'vera');
    await expect(organisation.root.getByText(title)).toHaveCount(1);
    await page.unroute(API);
    await organisation.root.getByRole('button', { name: 'Try again' }).click();
    await expect(organisation.verdict).toBeVisible();
    await expect(organisation.services.first()).toBeVisible();
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
