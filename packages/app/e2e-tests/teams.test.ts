import { expect } from '@playwright/test';
import { openOnPhone } from './openOnPhone';
import { ScopesPage } from './pages/ScopesPage';
import { ScopeTab } from './pages/ScopeTab';
import { test } from './test';

test('teams stand along their hierarchy, the most critical first, with what their services fail', async ({
  page,
}) => {
  const teams = await ScopesPage.openTeams(page, 'vera');
  await expect(teams.verdict).toHaveText(
    '2 of 6 teams have a critical finding open',
  );
  const names = teams.table.getByRole('rowheader').getByRole('link');
  await expect(names).toHaveCount(9);
  await expect(names.first()).toHaveText('Acme');
  await expect(teams.row('Payments')).toContainText(/\d of 6/);
  await expect(teams.row('Payments')).toContainText('payments-api');
  await expect(teams.row('Search')).toContainText('none');
  await expect(teams.matrix.getByRole('rowheader')).toHaveCount(9);
  await expect(
    teams.matrix.getByRole('link', {
      name: /^Payments, A container runs privileged: 1 of 5 services fail/,
    }),
  ).toBeVisible();
});

test('a row closes by keyboard, and stays closed for whoever gets the address', async ({
  page,
}) => {
  const teams = await ScopesPage.openTeams(page, 'vera');
  await teams.table
    .getByRole('button', { name: 'Hide what is below Commerce' })
    .focus();
  await page.keyboard.press('Enter');
  await expect(teams.row('Payments')).toHaveCount(0);
  await page.reload();
  await expect(teams.row('Commerce')).toBeVisible();
  await expect(teams.row('Payments')).toHaveCount(0);
  await page.keyboard.press('Tab');
  await teams.table
    .getByRole('button', { name: 'Show what is below Commerce' })
    .click();
  await expect(teams.row('Payments')).toBeVisible();
});

test('search and order live in the address, for table and matrix alike', async ({
  page,
}) => {
  const teams = await ScopesPage.openTeams(page, 'vera');
  await teams.search.fill('pay');
  await expect(teams.table.getByRole('rowheader')).toHaveCount(1);
  await expect(teams.matrix.getByRole('rowheader')).toHaveCount(1);
  await expect(page).toHaveURL(/search=pay/);
  await teams.search.fill('');
  await teams.table.getByRole('button', { name: 'Ready', exact: true }).click();
  await expect(page).toHaveURL(/order=worst/);
  await page.goto(ScopesPage.pathOf('teams', '?search=nobody'));
  await expect(teams.root.getByText('Nothing matches')).toBeVisible();
  await teams.root.getByRole('button', { name: 'Show all' }).click();
  await expect(teams.table.getByRole('rowheader')).toHaveCount(9);
});

test('from the teams it is three clicks to which team, which fix, and why', async ({
  page,
}) => {
  const teams = await ScopesPage.openTeams(page, 'vera');
  await teams
    .row('Payments')
    .getByRole('link', { name: 'Payments', exact: true })
    .click();
  const tab = new ScopeTab(page);
  await expect(tab.verdict).toBeVisible();
  await tab.members.first().getByRole('link').click();
  await expect(page.getByRole('heading', { name: /Fix first/ })).toBeVisible();
  await expect(page.getByText('privileged: false').first()).toBeVisible();
});

test('systems name their domains, and domains hold systems', async ({
  page,
}) => {
  const teams = await ScopesPage.openTeams(page, 'vera');
  await teams.root.getByRole('link', { name: 'Systems', exact: true }).click();
  const systems = new ScopesPage(page, 'Systems');
  await expect(systems.table.getByText(/^part of /).first()).toBeVisible();
  await systems.root
    .getByRole('link', { name: 'Domains', exact: true })
    .click();
  const domains = new ScopesPage(page, 'Domains');
  await expect(domains.verdict).toContainText('domains');
  await expect(domains.table.getByRole('rowheader').first()).toBeVisible();
});

test('on a phone a team lists only what its services fail', async ({
  page,
}) => {
  await openOnPhone(page, ScopesPage.pathOf('teams'));
  const teams = new ScopesPage(page, 'Teams');
  const payments = teams.matrix.getByRole('row', { name: /^Payments/ });
  await expect(
    payments.getByText('A container runs privileged', { exact: true }),
  ).toBeVisible();
  const zero = payments.getByRole('cell').filter({ hasText: '0 of' });
  for (const cell of await zero.all()) await expect(cell).toBeHidden();
});
