import { expect } from '@playwright/test';
import { allowClipboard, readClipboard } from './clipboard';
import { FindingsPage } from './pages/FindingsPage';
import { saveSpreadsheet } from './saveSpreadsheet';
import { test } from './test';

const PRIVILEGED = 'A container runs privileged';

test('the explorer filters on the server, its address brings the list back, and its export is what it lists', async ({
  page,
}) => {
  const explorer = await FindingsPage.open(page, 'vera');
  await expect(explorer.total).toBeVisible();
  const all = await explorer.count();
  await explorer.filter('State', 'Failing');
  await expect(page).toHaveURL(/state=failing/);
  await expect.poll(() => explorer.count()).toBeLessThan(all);
  const failing = await explorer.count();
  await explorer.root.getByRole('searchbox').fill('privileged');
  await expect(page).toHaveURL(/search=privileged/);
  await expect.poll(() => explorer.count()).toBeLessThan(failing);
  await expect(explorer.rows.getByText(PRIVILEGED).first()).toBeVisible();
  const narrowed = await explorer.count();
  await page.reload();
  await expect.poll(() => explorer.count()).toBe(narrowed);
  const { name, lines } = await saveSpreadsheet(explorer.root);
  expect(name).toMatch(/^security-posture-organisation-filtered-.*\.csv$/);
  expect(lines.filter(line => line.startsWith('"finding"'))).toHaveLength(
    narrowed,
  );
  await explorer.root
    .getByRole('row', { name: 'state failing' })
    .getByRole('button')
    .click();
  await expect(page).not.toHaveURL(/state=/);
});

test('the explorer goes through its pages and comes back', async ({ page }) => {
  const explorer = await FindingsPage.open(page, 'vera');
  await expect(explorer.rows).toHaveCount(50);
  const first = await explorer.rows.first().innerText();
  await explorer.root.getByRole('button', { name: 'Next' }).click();
  await expect(explorer.root.getByText(/^51 to 100 of/)).toBeVisible();
  await explorer.root.getByRole('button', { name: 'Previous' }).click();
  await expect(explorer.rows.first()).toHaveText(first, {
    useInnerText: true,
  });
});

test('a finding opens beside the list, and its copied link opens it cold', async ({
  page,
}) => {
  await allowClipboard(page);
  const explorer = await FindingsPage.open(
    page,
    'vera',
    '?control=privileged-container&entity=component:default/payments-api',
  );
  await explorer.rows.getByRole('link', { name: PRIVILEGED }).click();
  await expect(
    explorer.panel.getByRole('heading', { name: PRIVILEGED }),
  ).toBeVisible();
  await expect(
    explorer.panel.getByText('Opened', { exact: true }),
  ).toBeVisible();
  await explorer.panel
    .getByRole('button', { name: 'Copy link to finding' })
    .click();
  await expect
    .poll(() => readClipboard(page))
    .toMatch(/\/security-posture\/findings\?finding=[0-9a-f]{32}$/);
  const address = await readClipboard(page);
  await page.keyboard.press('Escape');
  await expect(explorer.panel).toHaveCount(0);
  await expect(page).not.toHaveURL(/finding=/);
  await page.goto(address);
  await expect(
    explorer.panel.getByRole('heading', { name: PRIVILEGED }),
  ).toBeVisible();
  await explorer.panel
    .getByRole('link', { name: 'payments-api', exact: true })
    .click();
  await expect(page).toHaveURL(/payments-api\/security-posture\?finding=/);
});

test('a finding that is not here any more says so', async ({ page }) => {
  const explorer = await FindingsPage.open(page, 'vera', '?finding=nope');
  await expect(
    explorer.panel.getByText('This finding is not here any more'),
  ).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(explorer.rows.first()).toBeVisible();
});

test('an address that was edited by hand is refused in words, and can be reset', async ({
  page,
}) => {
  const explorer = await FindingsPage.open(page, 'vera', '?severity=huge');
  await expect(
    explorer.root.getByText('Severity cannot be “huge”.'),
  ).toBeVisible();
  await explorer.root.getByRole('button', { name: 'Reset filters' }).click();
  await expect(explorer.rows.first()).toBeVisible();
  await expect(page).not.toHaveURL(/severity=/);
});

test('a view keeps its filters across a reload, can be renamed and deleted', async ({
  page,
}) => {
  const explorer = await FindingsPage.open(page, 'vera', '?namespace=payments');
  const name = page.getByRole('textbox', { name: 'Name' });
  await explorer.root.getByRole('button', { name: 'Save view' }).click();
  await name.fill('Payments');
  await name.press('Enter');
  await explorer.views.getByRole('link', { name: 'Exempted' }).click();
  await expect(page).toHaveURL(/state=exempted/);
  await page.reload();
  await explorer.views.getByRole('link', { name: 'Payments' }).click();
  await expect(page).toHaveURL(/namespace=payments/);
  await explorer.root.getByRole('button', { name: 'Rename view' }).click();
  await name.fill('Money');
  await name.press('Enter');
  await expect(
    explorer.views.getByRole('link', { name: 'Money' }),
  ).toBeVisible();
  await explorer.root.getByRole('button', { name: 'Delete view' }).click();
  await expect(explorer.views.getByRole('link', { name: 'Money' })).toHaveCount(
    0,
  );
});
