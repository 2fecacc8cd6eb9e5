import { expect } from '@playwright/test';
import { openOnPhone } from './openOnPhone';
import { PostureTab } from './pages/PostureTab';
import { stickingOut } from './stickingOut';
import { test } from './test';

test('an open finding stays inside a phone', async ({ page }) => {
  await openOnPhone(page, PostureTab.pathOf('payments-api'));
  const tab = new PostureTab(page);
  await tab.row('A container is told to run as root').click();
  await expect(tab.findings.getByText('Asked for by')).toBeVisible();
  expect(await stickingOut(tab.root)).toEqual([]);
});

test('the filters are behind one button on a phone', async ({ page }) => {
  await openOnPhone(page, PostureTab.pathOf('payments-api'));
  const tab = new PostureTab(page);
  await tab.findings.getByRole('button', { name: 'Filters' }).click();
  const dialog = page.getByRole('dialog', { name: 'Filters' });
  await dialog.getByRole('button', { name: /Severity$/ }).click();
  await page.getByRole('option', { name: 'Critical', exact: true }).click();
  await dialog.getByRole('button', { name: 'Show findings' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page).toHaveURL(/severity=critical/);
  await expect(tab.row('A container runs privileged')).toBeVisible();
  await expect(tab.row('A container is told to run as root')).toHaveCount(0);
  await expect(
    tab.findings.getByRole('button', { name: 'Filters, 1 set' }),
  ).toBeVisible();
});
