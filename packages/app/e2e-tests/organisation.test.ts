import { expect, test } from '@playwright/test';
import { OrganisationPage } from './pages/OrganisationPage';
import { PostureTab } from './pages/PostureTab';

test('a viewer sees every service, worst first, and none with a zero for the unknown', async ({
  page,
}) => {
  const organisation = await OrganisationPage.open(page, 'vera');
  await expect(organisation.verdict).toHaveText(/ of 25 services are ready/);
  await expect(organisation.services).toHaveCount(25);
  const names = await organisation.services.getByRole('link').allInnerTexts();
  expect(names.slice(0, 2)).toEqual(['video-transcoder', 'payments-api']);
  expect(names.slice(-3).sort()).toEqual([
    'cdn-purger',
    'fraud-rules',
    'image-resizer',
  ]);
  expect(names.indexOf('cart')).toBeLessThan(names.indexOf('refunds'));
  expect(names.indexOf('refunds')).toBeLessThan(names.indexOf('checkout'));
  const silent = organisation.table.getByRole('row', { name: /image-resizer/ });
  await expect(silent).toContainText('No score yet');
  await expect(silent).toContainText('Not judged');
  await expect(silent).not.toContainText(/\b0\b/);
});

test('a row names the cluster that never answered, as the tab does', async ({
  page,
}) => {
  const { table } = await OrganisationPage.open(page, 'vera');
  const row = table.getByRole('row', { name: /search-indexer/ });
  await expect(row).toContainText('Production US: Does not answer');
  await expect(row.locator('time')).toHaveCount(1);
});

test('search and readiness narrow the list and live in the address', async ({
  page,
}) => {
  const organisation = await OrganisationPage.open(page, 'vera');
  await organisation.search.fill('pay');
  await expect(organisation.services).toHaveCount(2);
  await expect(page).toHaveURL(/search=pay/);
  await organisation.readiness.click();
  await page.getByRole('option', { name: 'Ready', exact: true }).click();
  await expect(page).toHaveURL(/readiness=ready/);
  await expect(organisation.root.getByText('No service matches')).toBeVisible();
  await page.reload();
  await expect(organisation.search).toHaveValue('pay');
  await organisation.root
    .getByRole('button', { name: 'Show all services' })
    .click();
  await expect(organisation.services).toHaveCount(25);
  await expect(page).not.toHaveURL(/\?/);
});

test('a filtered list loads cold from its address', async ({ page }) => {
  const { services, table } = await OrganisationPage.open(
    page,
    'vera',
    '?readiness=ready',
  );
  await expect(services.getByRole('link', { name: 'checkout' })).toBeVisible();
  await expect(table.getByText('Not ready')).toHaveCount(0);
});

test('a row leads to the posture of its service, and back to the list', async ({
  page,
}) => {
  const organisation = await OrganisationPage.open(page, 'vera', '?search=pay');
  await organisation.service('payments-api').click();
  await expect(page).toHaveURL(PostureTab.pathOf('payments-api'));
  await expect(new PostureTab(page).verdict).toHaveText(
    'Not ready for production',
  );
  await page.goBack();
  await expect(organisation.services).toHaveCount(2);
});

test('the sidebar leads to the page', async ({ page }) => {
  const { verdict } = await OrganisationPage.open(page, 'vera');
  await page.goto('/');
  await page
    .getByRole('navigation', { name: 'sidebar nav' })
    .getByRole('link', { name: 'Security posture', exact: true })
    .click();
  await expect(verdict).toBeVisible();
});
