import { expect } from '@playwright/test';
import { openOnPhone } from './openOnPhone';
import { PostureTab } from './pages/PostureTab';
import { signIn } from './signIn';
import { test } from './test';

/** What is loaded after the page itself may take this long on a busy machine. */
const LAZY_MS = 20_000;

test('the workloads of a service lead to what fails on them', async ({
  page,
}) => {
  await signIn(
    page,
    'olivia',
    PostureTab.pathOf('payments-api', '?view=workloads'),
  );
  const row = page.getByRole('row', { name: /deploy\/payments-api.*prod-eu/ });
  await expect(row).toContainText('registry.acme.example/payments/api');
  await row.getByRole('link').click();
  await expect(page).toHaveURL(/subject=prod-eu%2Fpayments%2FDeployment/);
  const tab = new PostureTab(page);
  await expect(tab.row('A container runs privileged')).toBeVisible();
});

test('a service says who reaches it, as a picture and as a table', async ({
  page,
}) => {
  await signIn(
    page,
    'olivia',
    PostureTab.pathOf('payments-api', '?view=exposure'),
  );
  await expect(
    page.getByText(/^payments-api can be reached from outside its cluster/),
  ).toBeVisible();
  const picture = page.getByRole('img', {
    name: /reached from outside/,
  });
  await expect(picture.getByText('deploy/payments-api').first()).toBeVisible({
    timeout: LAZY_MS,
  });
  await page.getByRole('button', { name: 'Show as table' }).click();
  const row = page.getByRole('row', { name: /deploy\/payments-api.*prod-eu/ });
  await expect(row).toContainText('svc/payments-api');
  await expect(row).toContainText('sa/payments-api');
});

test('on a phone the exposure is a table at once', async ({ page }) => {
  await openOnPhone(page, PostureTab.pathOf('payments-api', '?view=exposure'));
  await expect(
    page.getByRole('row', { name: /deploy\/payments-api/ }).first(),
  ).toContainText('Network policies');
  await expect(
    page.getByRole('button', { name: 'Show as chart' }),
  ).toBeVisible();
});

test('what service accounts may do leads to the findings on them', async ({
  page,
}) => {
  await signIn(
    page,
    'olivia',
    PostureTab.pathOf('payments-api', '?view=access'),
  );
  const row = page
    .getByRole('row', { name: /sa\/payments\/payments-worker/ })
    .first();
  await expect(row).toContainText('get, list on secrets');
  await expect(row).toContainText('deploy/payments-worker');
  await row.getByRole('link', { name: /finding/ }).click();
  await expect(page).toHaveURL(/subject=prod-eu%2Fpayments%2FServiceAccount/);
  await expect(new PostureTab(page).findings).toContainText('service account');
});

test('findings narrow to a category behind More, and a link keeps that', async ({
  page,
}) => {
  const tab = await PostureTab.open(page, 'olivia', 'payments-api');
  await tab.findings.getByRole('button', { name: 'More', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Filters' });
  await dialog.getByRole('button', { name: /Category$/ }).click();
  await page.getByRole('option', { name: 'Rights' }).click();
  await dialog.getByRole('button', { name: 'Show findings' }).click();
  await expect(page).toHaveURL(/category=rbac/);
  await expect(tab.row('A container runs privileged')).toHaveCount(0);
  await page.reload();
  await expect(
    tab.findings.getByRole('button', { name: 'More, 1 set' }),
  ).toBeVisible();
  await expect(tab.row('A container runs privileged')).toHaveCount(0);
});

for (const [what, query, words] of [
  [
    'filters that name nothing',
    '?state=grave',
    'No open finding matches these filters.',
  ],
  ['a view that there is not', '?view=nonsense', 'Points if fixed'],
  [
    'a finding that there is not',
    '?finding=%3Cb%3E',
    'This finding is not open',
  ],
] as const) {
  test(`an address with ${what} has an answer`, async ({ page }) => {
    await signIn(page, 'olivia', PostureTab.pathOf('payments-api', query));
    await expect(page.getByText(words).first()).toBeVisible({
      timeout: LAZY_MS,
    });
  });
}

test('a permission that is taken away, and a backend that goes and comes back', async ({
  page,
}) => {
  await signIn(page, 'olivia', PostureTab.pathOf('payments-api'));
  await expect(page.getByText('Points if fixed')).toBeVisible();
  const details = '**/api/security-posture/v1/entities/**/workloads*';
  await page.route(details, route =>
    route.fulfill({
      status: 403,
      json: { error: { name: 'NotAllowedError', message: 'Unauthorized' } },
    }),
  );
  await page.getByRole('tab', { name: /Workloads/ }).click();
  await expect(page.getByText('security-posture.posture.read')).toBeVisible();
  await page.unroute(details);
  const access = '**/api/security-posture/v1/entities/**/access';
  await page.route(access, route => route.abort());
  await page.getByRole('tab', { name: 'Access' }).click();
  const retry = page.getByRole('button', { name: 'Try again' });
  await expect(retry).toBeVisible();
  await page.unroute(access);
  await retry.click();
  await expect(
    page.getByRole('row', { name: /payments-worker/ }).first(),
  ).toBeVisible();
});
