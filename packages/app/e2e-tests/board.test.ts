import { expect } from '@playwright/test';
import { CoveragePage } from './pages/CoveragePage';
import { OverviewPage } from './pages/OverviewPage';
import { PostureTab } from './pages/PostureTab';
import { ServicesPage } from './pages/ServicesPage';
import { test } from './test';

test('a viewer sees every service, worst first, and none with a zero for the unknown', async ({
  page,
}) => {
  const list = await ServicesPage.open(page, 'vera');
  await expect(list.services).toHaveCount(25);
  const names = await list.services.getByRole('link').allInnerTexts();
  expect(names.slice(0, 2)).toEqual(['video-transcoder', 'payments-api']);
  expect(names.slice(-3).sort()).toEqual([
    'cdn-purger',
    'fraud-rules',
    'image-resizer',
  ]);
  expect(names.indexOf('cart')).toBeLessThan(names.indexOf('refunds'));
  expect(names.indexOf('refunds')).toBeLessThan(names.indexOf('checkout'));
  const silent = list.table.getByRole('row', { name: /image-resizer/ });
  await expect(silent).toContainText('No score');
  await expect(silent).toContainText('Not judged');
  await expect(silent).not.toContainText(/\b0\b/);
});

test('a row names the cluster that never answered, as the tab does', async ({
  page,
}) => {
  const { table } = await ServicesPage.open(page, 'vera');
  const row = table.getByRole('row', { name: /search-indexer/ });
  await expect(row).toContainText('Production US: Does not answer');
  await expect(row.locator('time')).toHaveCount(1);
});

test('search and readiness narrow the list and live in the address', async ({
  page,
}) => {
  const list = await ServicesPage.open(page, 'vera');
  await list.search.fill('pay');
  await expect(list.services).toHaveCount(2);
  await expect(page).toHaveURL(/search=pay/);
  await list.readiness.click();
  await page.getByRole('option', { name: 'Ready', exact: true }).click();
  await expect(page).toHaveURL(/readiness=ready/);
  await expect(list.root.getByText('No service matches')).toBeVisible();
  await page.reload();
  await expect(list.search).toHaveValue('pay');
  await list.root.getByRole('button', { name: 'Show all services' }).click();
  await expect(list.services).toHaveCount(25);
  await expect(page).not.toHaveURL(/\?/);
});

test('a filtered list loads cold from its address', async ({ page }) => {
  const { services, table } = await ServicesPage.open(
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
  const list = await ServicesPage.open(page, 'vera', '?search=pay');
  await list.service('payments-api').click();
  await expect(page).toHaveURL(PostureTab.pathOf('payments-api'));
  await expect(new PostureTab(page).verdict).toHaveText(
    'Not ready for production',
  );
  await page.goBack();
  await expect(list.services).toHaveCount(2);
});

test('the overview says first how many services are ready, and leads to all of them', async ({
  page,
}) => {
  const { root, verdict } = await OverviewPage.open(page, 'vera');
  await expect(verdict).toHaveText(/ of 25 services are ready/);
  await root.getByRole('link', { name: 'Services', exact: true }).click();
  await expect(page).toHaveURL(ServicesPage.path);
});

test('the sidebar leads to the board', async ({ page }) => {
  const { verdict } = await OverviewPage.open(page, 'vera');
  await page.goto('/');
  await page
    .getByRole('navigation', { name: 'sidebar nav' })
    .getByRole('link', { name: 'Security posture', exact: true })
    .click();
  await expect(verdict).toBeVisible();
});

test('from the board to which fix, which service and why in three', async ({
  page,
}) => {
  const { root } = await OverviewPage.open(page, 'vera');
  await expect(root.getByRole('heading', { name: 'Fix first' })).toBeVisible();
  await root
    .getByRole('link', { name: /^Open \d+ services?$/ })
    .first()
    .click();
  await expect(page).toHaveURL(/control=.*&readiness=notReady/);
  const { services } = new ServicesPage(page);
  await services.getByRole('link').first().click();
  await expect(new PostureTab(page).verdict).toHaveText(
    'Not ready for production',
  );
});

test('the overview has the numbers of its charts as tables', async ({
  page,
}) => {
  const { root } = await OverviewPage.open(page, 'vera');
  for (const [title, table] of [
    ['Open findings', 'Open findings at the end of each week'],
    ['New and fixed per week', 'New and fixed findings by week'],
  ]) {
    const section = root.getByRole('region', { name: title });
    await expect(section.getByRole('img').first()).toBeVisible();
    await section.getByRole('button', { name: 'Show as table' }).click();
    await expect(section.getByRole('table', { name: table })).toBeVisible();
  }
});

test('the overview of a team lives in the address', async ({ page }) => {
  const { root, verdict } = await OverviewPage.open(
    page,
    'vera',
    '?owner=group:default/payments',
  );
  await expect(verdict).toHaveText(/services of payments are ready/);
  await root.getByRole('button', { name: /Team$/ }).click();
  await page.getByRole('option', { name: 'All teams' }).click();
  await expect(page).not.toHaveURL(/owner/);
  await expect(verdict).toHaveText(/ of 25 services are ready/);
});

test('what nobody owns comes with the lines that claim it', async ({
  page,
}) => {
  const coverage = await CoveragePage.open(page, 'paul');
  await expect(coverage.services).toContainText('Not linked to any workload');
  await coverage.unowned
    .getByRole('button', { name: 'Show more' })
    .first()
    .click();
  await expect(
    coverage.unowned.getByText(/annotations:/).first(),
  ).toBeVisible();
});

test('services that no workload is linked to are one step from the coverage', async ({
  page,
}) => {
  const coverage = await CoveragePage.open(page, 'vera');
  await coverage.services
    .getByRole('link', { name: /^Not linked to any workload/ })
    .click();
  await expect(page).toHaveURL(/services\?evidence=notMapped/);
  await expect(new ServicesPage(page).service('fraud-rules')).toBeVisible();
});
