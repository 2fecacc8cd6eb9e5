import { expect } from '@playwright/test';
import { allowClipboard, readClipboard } from './clipboard';
import { ControlsPage } from './pages/ControlsPage';
import { test } from './test';

const PRIVILEGED = 'Containers run without the privileges of their host';

test('the controls show what fails, and fold the rest', async ({ page }) => {
  const controls = await ControlsPage.open(page, 'vera');
  await expect(controls.verdict).toBeVisible();
  const failing = await controls.rows.count();
  await controls.root.getByRole('button', { name: /fail nowhere/ }).click();
  await expect.poll(() => controls.rows.count()).toBeGreaterThan(failing);
  await controls.root.getByRole('searchbox').fill('privileges of their host');
  await expect(controls.rows).toHaveCount(1);
  await expect(page).toHaveURL(/search=/);
  await page.reload();
  await controls.rows.getByRole('link', { name: PRIVILEGED }).click();
  await expect(page).toHaveURL(/controls\/privileged-container$/);
  await expect(page.getByRole('heading', { name: PRIVILEGED })).toBeVisible();
});

test('the page of a control leads to who fails it, and gives its patch', async ({
  page,
}) => {
  await allowClipboard(page);
  const control = await ControlsPage.open(
    page,
    'vera',
    ControlsPage.pathOf('privileged-container'),
  );
  await expect(
    control.root.getByRole('heading', { name: /services fail it$/ }),
  ).toBeVisible();
  await control.root.getByRole('button', { name: 'Copy' }).first().click();
  await expect.poll(() => readClipboard(page)).toContain('privileged: false');
  await control.root
    .getByRole('link', { name: 'payments-api', exact: true })
    .click();
  await expect(page).toHaveURL(
    /payments-api\/security-posture\?search=privileged-container$/,
  );
});

test('the number of objects leads to their findings', async ({ page }) => {
  const control = await ControlsPage.open(
    page,
    'vera',
    ControlsPage.pathOf('privileged-container'),
  );
  await control.root
    .getByRole('link', { name: /^\d+ objects?$/ })
    .first()
    .click();
  await expect(page).toHaveURL(
    /findings\?control=privileged-container&state=failing$/,
  );
  await expect(
    control.root.getByRole('table', { name: 'Findings' }),
  ).toBeVisible();
});

test('a control of a newer library leads back to those that there are', async ({
  page,
}) => {
  const control = await ControlsPage.open(
    page,
    'vera',
    ControlsPage.pathOf('of-tomorrow'),
  );
  await expect(
    control.root.getByRole('heading', {
      name: 'There is no control “of-tomorrow”',
    }),
  ).toBeVisible();
  await control.root
    .getByRole('link', { name: 'All controls', exact: true })
    .click();
  await expect(control.verdict).toBeVisible();
});
