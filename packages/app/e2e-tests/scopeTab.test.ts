import { expect } from '@playwright/test';
import { ScopeTab } from './pages/ScopeTab';
import { test } from './test';

const SCOPES = [
  { kind: 'group', name: 'payments', services: 6 },
  { kind: 'group', name: 'commerce', services: 11 },
] as const;

for (const { kind, name, services } of SCOPES) {
  test(`the tab of the ${kind} ${name} rolls up its ${services} services, worst first`, async ({
    page,
  }) => {
    const tab = await ScopeTab.open(page, 'vera', kind, name);
    await expect(tab.verdict).toContainText(`of ${services} services`);
    await expect(tab.members).toHaveCount(services);
    await expect(tab.members.first().getByRole('link').first()).toHaveText(
      'payments-api',
    );
  });
}

test('systems and domains have the tab too', async ({ page }) => {
  const tab = await ScopeTab.open(page, 'vera', 'system', 'payments');
  await expect(tab.verdict).toBeVisible();
  await expect(tab.members.first()).toBeVisible();
  await page.goto(ScopeTab.pathOf('domain', 'commerce'));
  await expect(tab.verdict).toBeVisible();
});

test('90 days are a picture, and one press away a table', async ({ page }) => {
  const tab = await ScopeTab.open(page, 'vera', 'group', 'payments');
  await expect(
    tab.root.getByRole('img', { name: /judged services have no critical/ }),
  ).toBeVisible();
  await tab.root.getByRole('button', { name: 'Show as table' }).click();
  await expect(
    tab.root.getByRole('table', { name: /without a blocking finding/ }),
  ).toBeVisible();
});

test('two days of a team are compared in a panel with an address of its own', async ({
  page,
}) => {
  const tab = await ScopeTab.open(page, 'vera', 'group', 'payments');
  await tab.root.getByRole('button', { name: 'Compare' }).click();
  const panel = page.getByRole('dialog', { name: 'Compare two days' });
  await expect(panel.getByText('Lowest score')).toBeVisible();
  await page.reload();
  await expect(panel.getByText('Lowest score')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(page).not.toHaveURL(/compare=/);
});

test('a team that owns nothing says so', async ({ page }) => {
  const tab = await ScopeTab.open(page, 'vera', 'group', 'security-champions');
  await expect(
    tab.root.getByRole('heading', { name: 'Nothing here has a posture' }),
  ).toBeVisible();
});
