import { expect } from '@playwright/test';
import { allowClipboard, readClipboard } from './clipboard';
import { PostureClient } from './PostureClient';
import { PostureTab } from './pages/PostureTab';
import { test } from './test';

const SERVICE = 'payments-api';
const PRIVILEGED = 'A container runs privileged';

test('a finding opens to its evidence, and its copied link opens it cold', async ({
  page,
}) => {
  await allowClipboard(page);
  const tab = await PostureTab.open(page, 'olivia', SERVICE);
  await tab.row(PRIVILEGED).click();
  await expect(page).toHaveURL(/[?&]finding=[0-9a-f]{32}$/);
  await expect(
    tab.findings.getByRole('cell', {
      name: 'spec.template.spec.containers[1].securityContext.privileged',
      exact: true,
    }),
  ).toBeVisible();
  await tab.findings
    .getByRole('button', { name: 'Copy link to finding' })
    .click();
  const address = page.url();
  await expect.poll(() => readClipboard(page)).toBe(address);
  await page.goto('about:blank');
  await page.goto(address);
  await expect(tab.row(PRIVILEGED)).toHaveAttribute('aria-expanded', 'true');
  await expect(tab.row(PRIVILEGED)).toBeInViewport();
  await tab.row(PRIVILEGED).click();
  await expect(page).not.toHaveURL(/finding=/);
});

test('Fix first leads to the finding, whatever the filters hide', async ({
  page,
}) => {
  const tab = await PostureTab.open(page, 'olivia', SERVICE, '?severity=low');
  await expect(
    tab.row('A container can write to its root file system'),
  ).toBeVisible();
  await expect(tab.row(PRIVILEGED)).toHaveCount(0);
  await tab.fixFirst.getByRole('button', { name: 'Open finding' }).click();
  await expect(tab.row(PRIVILEGED)).toBeFocused();
  await expect(tab.row(PRIVILEGED)).toHaveAttribute('aria-expanded', 'true');
  await expect(page).not.toHaveURL(/severity=/);
});

test('filters narrow the list and live in the address', async ({ page }) => {
  const tab = await PostureTab.open(page, 'olivia', SERVICE);
  await expect(tab.row(PRIVILEGED)).toBeVisible();
  const all = await tab.rows.count();
  await tab.filter('Severity', 'High');
  await expect(page).toHaveURL(/severity=high/);
  await expect(tab.row(PRIVILEGED)).toHaveCount(0);
  await tab.filter('Cluster', 'staging');
  await expect(page).toHaveURL(/cluster=staging/);
  await expect(tab.row('A container is told to run as root')).toBeVisible();
  const narrowed = await tab.rows.count();
  expect(narrowed).toBeLessThan(all);
  await page.reload();
  await expect(tab.row('A container is told to run as root')).toBeVisible();
  await expect(tab.rows).toHaveCount(narrowed);
  await tab.findings.getByRole('button', { name: 'Clear filters' }).click();
  await expect(tab.rows).toHaveCount(all);
  await expect(page).not.toHaveURL(/\?/);
});

test('a search without a match says so, and leads back', async ({ page }) => {
  const tab = await PostureTab.open(page, 'olivia', SERVICE);
  await tab.findings.getByRole('searchbox').fill('no such finding');
  await expect(
    tab.findings.getByText('No open finding matches these filters.'),
  ).toBeVisible();
  await tab.findings
    .getByRole('button', { name: 'Clear filters' })
    .first()
    .click();
  await expect(tab.row(PRIVILEGED)).toBeVisible();
});

test('grouping by object lives in the address', async ({ page }) => {
  const tab = await PostureTab.open(page, 'olivia', SERVICE);
  await tab.findings.getByRole('radio', { name: 'By object' }).click();
  await expect(page).toHaveURL(/group=subject/);
  await expect(tab.row('deploy/payments-api').first()).toBeVisible();
  await expect(tab.row('cronjob/settlement-export')).toBeVisible();
  await page.reload();
  await expect(tab.row('cronjob/settlement-export')).toBeVisible();
  await expect(tab.row(PRIVILEGED)).toHaveCount(0);
});

test('the rest of a long list is loaded on demand', async ({
  page,
  request,
}) => {
  const client = await PostureClient.signIn(request, 'olivia');
  const { total } = (await client.postureOf(SERVICE)).findings;
  expect(total).toBeGreaterThan(50);
  const tab = await PostureTab.open(page, 'olivia', SERVICE);
  await expect(tab.said(`50 of ${total} findings are loaded.`)).toBeVisible();
  await tab.findings
    .getByRole('button', { name: 'Load more findings' })
    .click();
  await expect(tab.said('findings are loaded.')).toHaveCount(0);
});

for (const { name, key } of [
  { name: 'an unknown key', key: '0123456789abcdef0123456789abcdef' },
  { name: 'a broken key', key: 'nope' },
]) {
  test(`a link with ${name} says that the finding is not open`, async ({
    page,
  }) => {
    const tab = await PostureTab.open(
      page,
      'olivia',
      SERVICE,
      `?finding=${key}`,
    );
    await expect(
      tab.findings.getByText('This finding is not open'),
    ).toBeVisible();
    await tab.findings.getByRole('button', { name: 'Close' }).click();
    await expect(page).not.toHaveURL(/finding=/);
    await expect(tab.row(PRIVILEGED)).toBeVisible();
  });
}
