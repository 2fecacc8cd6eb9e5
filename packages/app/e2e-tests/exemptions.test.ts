import { expect, type Page } from '@playwright/test';
import { expectNoAxeViolationsInBothThemes } from './axe';
import { openOnPhone } from './openOnPhone';
import { ExemptionPanel } from './pages/ExemptionPanel';
import { ExemptionsPage } from './pages/ExemptionsPage';
import { PostureTab } from './pages/PostureTab';
import { PostureClient } from './PostureClient';
import { POSTURE_ROOT } from './postureRoot';
import { signIn } from './signIn';
import { test } from './test';

const SERVICE = 'refunds';
/** Several pages, and two people one after the other. */
test.slow();

const REASON = 'The new image is built, and rolled out next week';

/** Nothing of a test stays in force. */
test.afterEach(async ({ request }) => {
  const olivia = await PostureClient.signIn(request, 'olivia');
  const { items } = await olivia.read(
    `/exemptions?entity=component:default/${SERVICE}&states=pending,approved`,
  );
  for (const { id } of items) {
    await olivia.post(`/exemptions/${id}/revoke`);
  }
});

async function ask(page: Page): Promise<void> {
  const tab = await PostureTab.open(page, 'olivia', SERVICE);
  await tab.fixFirst.getByRole('button', { name: 'Request exemption' }).click();
  const panel = new ExemptionPanel(page);
  await expect(panel.dialog.getByText('Covers today')).toBeVisible();
  await panel.request(REASON);
  await expect(panel.dialog.getByText('The request is sent')).toBeVisible();
}

test('an owner asks, an approver of another team approves, and score, tab and register show it', async ({
  page,
  request,
}) => {
  const client = await PostureClient.signIn(request, 'olivia');
  const before = await client.postureOf(SERVICE);
  await ask(page);
  await page.getByRole('button', { name: 'Show the exemptions' }).click();
  await expect(page).toHaveURL(/view=exemptions/);
  await expect(
    page.getByRole('region', { name: 'Exemptions' }).getByText('Requested'),
  ).toBeVisible();

  await signIn(page, 'kenji', `${ExemptionsPage.path}?part=pending`);
  const register = new ExemptionsPage(page);
  await register.rowOf(SERVICE).getByRole('button').click();
  const panel = new ExemptionPanel(page);
  await expect(panel.dialog.getByText(REASON)).toBeVisible();
  await panel.button(/^Approve until/).click();
  await expect(panel.dialog.getByText(/^Approved\./)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel.dialog).toHaveCount(0);

  const after = await client.postureOf(SERVICE);
  expect(after.exemptions).toEqual({ pending: 0, inForce: 1 });
  expect(after.raw).toEqual(before.raw);
  const exempted = Object.values<number>(after.exempted);
  expect(exempted.reduce((sum, each) => sum + each)).toBeGreaterThan(0);
  expect(after.score.value).toBeGreaterThan(before.score.value);
  await page.goto(PostureTab.pathOf(SERVICE, '?view=exemptions'));
  await expect(page.getByRole('tab', { name: 'Exemptions 1' })).toBeVisible();
  await expect(page.getByText(/^Exempted until/).first()).toBeVisible();
});

test('a request is denied with a note, which its finding shows', async ({
  page,
  request,
}) => {
  await ask(page);
  const client = await PostureClient.signIn(request, 'kenji');
  const { items } = await client.read(
    `/exemptions?entity=component:default/${SERVICE}&states=pending`,
  );
  const [{ id, findingKey }] = items;
  await signIn(page, 'kenji', `${ExemptionsPage.path}?exemption=${id}`);
  const panel = new ExemptionPanel(page);
  await panel.button('Deny').click();
  await expect(panel.dialog.getByText(/^Say why/)).toBeVisible();
  await panel.dialog.getByLabel(/^Note to/).fill('Build it <b>this</b> week');
  await panel.button('Deny').click();
  await expect(panel.dialog.getByText(/^Denied\./)).toBeVisible();

  await signIn(
    page,
    'olivia',
    PostureTab.pathOf(SERVICE, `?finding=${findingKey}`),
  );
  const tab = new PostureTab(page);
  await expect(
    tab.root.getByText('Build it <b>this</b> week').first(),
  ).toBeVisible();
  await tab.root.getByRole('button', { name: 'Ask again' }).first().click();
  await expect(panel.dialog.getByText('Covers today')).toBeVisible();
});

test('a whole exemption takes the keyboard only', async ({ page }) => {
  await PostureTab.open(page, 'olivia', SERVICE);
  await tabTo(page, 'Request exemption');
  await page.keyboard.press('Enter');
  const panel = new ExemptionPanel(page);
  await expect(panel.dialog.getByText('Covers today')).toBeVisible();
  await tabTo(page, 'Next: reason');
  await page.keyboard.press('Enter');
  await expect(panel.dialog.getByText('Step 2 of 3')).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.type('Being replaced');
  await page.keyboard.press('Tab');
  await page.keyboard.type(REASON);
  await tabTo(page, 'Next: expiry');
  await page.keyboard.press('Enter');
  await expect(panel.dialog.getByText('Step 3 of 3')).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowUp');
  await expect(
    panel.dialog.getByRole('radio', { name: /^7 days/ }),
  ).toBeChecked();
  await tabTo(page, 'Send request');
  await page.keyboard.press('Enter');
  await expect(panel.dialog.getByText('The request is sent')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel.dialog).toHaveCount(0);
  await expect(
    page.getByRole('button', { name: 'Request exemption' }).first(),
  ).toBeFocused();

  await signIn(
    page,
    'kenji',
    `${ExemptionsPage.path}?part=pending&search=refunds`,
  );
  await expect(new ExemptionsPage(page).rowOf(SERVICE)).toBeVisible();
  await tabToOpener(page);
  await page.keyboard.press('Enter');
  await expect(panel.dialog.getByText(REASON)).toBeVisible();
  await tabTo(page, /^Approve until/);
  await page.keyboard.press('Enter');
  await expect(panel.dialog.getByText(/^Approved\./)).toBeVisible();
});

test('axe finds nothing on the steps, the decision and the register', async ({
  page,
}) => {
  test.slow();
  const tab = await PostureTab.open(page, 'olivia', SERVICE);
  await tab.fixFirst.getByRole('button', { name: 'Request exemption' }).click();
  const panel = new ExemptionPanel(page);
  await expect(panel.dialog.getByText('Covers today')).toBeVisible();
  await expectNoAxeViolationsInBothThemes(page, '[role="dialog"]');
  await panel.button('Next: reason').click();
  await panel.button('Next: expiry').click();
  await expect(panel.dialog.getByText('Choose a category.')).toBeVisible();
  await expectNoAxeViolationsInBothThemes(page, '[role="dialog"]');
  await panel.button('Back').click();
  await panel.request(REASON);
  await panel.button('Show the exemptions').click();
  await page
    .getByRole('region', { name: 'Exemptions' })
    .getByRole('button', { name: 'Withdraw' })
    .first()
    .click();
  await expect(panel.dialog.getByText('History')).toBeVisible();
  await expectNoAxeViolationsInBothThemes(page, '[role="dialog"]');
  await page.goto(ExemptionsPage.path);
  const register = new ExemptionsPage(page);
  await expect(register.rowOf(SERVICE)).toBeVisible();
  await expectNoAxeViolationsInBothThemes(page, POSTURE_ROOT);
});

test('the panel and the register stay inside a phone', async ({ page }) => {
  await openOnPhone(page, PostureTab.pathOf(SERVICE));
  const tab = new PostureTab(page);
  await tab.fixFirst.getByRole('button', { name: 'Request exemption' }).click();
  const panel = new ExemptionPanel(page);
  await expect(panel.dialog.getByText('Covers today')).toBeVisible();
  await panel.request(REASON);
  await expect(panel.dialog.getByText('The request is sent')).toBeVisible();
  await page.goto(ExemptionsPage.path);
  await expect(new ExemptionsPage(page).rowOf(SERVICE)).toBeVisible();
  const overflow = await page
    .getByRole('region', { name: 'Exemptions' })
    .evaluate(region => region.scrollWidth - region.clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

/** Presses Tab until the button is focused; fails where it cannot be reached so. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const button = page.getByRole('button', { name }).first();
  await expect(button).toBeVisible();
  for (let presses = 0; presses < 80; presses++) {
    if (await button.evaluate(each => each === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(button).toBeFocused();
}

/** Presses Tab until the opener of the service's row is focused. */
async function tabToOpener(page: Page): Promise<void> {
  const name = await new ExemptionsPage(page)
    .rowOf(SERVICE)
    .getByRole('button')
    .textContent();
  await tabTo(page, name!);
}
