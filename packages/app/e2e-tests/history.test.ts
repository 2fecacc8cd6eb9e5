import { expect } from '@playwright/test';
import { daysAgo } from './daysAgo';
import { openOnPhone } from './openOnPhone';
import { PostureTab } from './pages/PostureTab';
import { POSTURE_ROOT } from './postureRoot';
import { signIn } from './signIn';
import { test } from './test';
import { watchRequests } from './watchRequests';

/** Between these days the privileged agent came. */
const COMPARE = `?compare=${daysAgo(20)}..${daysAgo(8)}`;

/** The last names of the paths that were asked for. */
const namesOf = (requests: readonly string[]) =>
  requests.map(request => request.split('?')[0].split('/').at(-1)).sort();

test('the card shows how the score moved', async ({ page }) => {
  const requests = watchRequests(page);
  await signIn(page, 'olivia', '/catalog/default/component/payments-api');
  const card = page.locator(POSTURE_ROOT);
  await expect(
    card.getByRole('img', { name: /^Score over 30 days: from \d+ to \d+/ }),
  ).toBeVisible();
  await expect(card.getByText(/ in \d+ days?$/)).toBeVisible();
  expect(namesOf(requests)).toEqual(['posture', 'trends']);
});

test('the verdict says when the score fell and by what, and leads to the comparison', async ({
  page,
}) => {
  const tab = await PostureTab.open(page, 'olivia', 'payments-api');
  const sentence = tab.root.getByText(/^Fell from \d+ to \d+ on /);
  await expect(sentence).toContainText('A container runs privileged');
  await sentence.getByRole('link', { name: /^Compare with/ }).click();
  await expect(
    page.getByRole('dialog', { name: 'Compare two days' }),
  ).toBeVisible();
  await expect(page).toHaveURL(/\?compare=\d{4}-\d\d-\d\d\.\.\d{4}-\d\d-\d\d$/);
});

test('90 days are a picture with numbered marks, their list, and a table', async ({
  page,
}) => {
  const requests = watchRequests(page);
  const tab = await PostureTab.open(page, 'olivia', 'payments-api');
  const section = tab.root.getByRole('region', { name: '90 days' });
  await expect(section.locator('.recharts-line-curve')).toBeVisible();
  const marks = section
    .getByRole('list', { name: 'What moved the score' })
    .locator('> li');
  await expect(marks.filter({ hasText: 'Image of' }).last()).toContainText(
    'A container runs privileged',
  );
  await section.getByRole('button', { name: 'Show as table' }).click();
  const rows = section.getByRole('row');
  expect(await rows.count()).toBeGreaterThan(await marks.count());
  await expect(
    rows.filter({ hasText: 'A container runs privileged' }),
  ).toContainText(/\d+ critical, \d+ high/);
  expect(namesOf(requests)).toEqual(['posture', 'trends']);
});

test('two days are compared cold from the address, and closed by the keyboard', async ({
  page,
}) => {
  const requests = watchRequests(page);
  await PostureTab.open(page, 'olivia', 'payments-api', COMPARE);
  const panel = page.getByRole('dialog', { name: 'Compare two days' });
  await expect(panel.getByText(/^\d+ opened$/)).toBeVisible();
  await expect(
    panel.getByRole('row', { name: /^Score \d+ \d+ down \d+$/ }),
  ).toBeVisible();
  await expect(
    panel.getByRole('link', { name: 'A container runs privileged' }),
  ).toBeVisible();
  await expect(
    panel.getByText(/^Image of deploy\/payments-api .* added$/),
  ).toBeVisible();
  expect(namesOf(requests)).toEqual(['changes', 'posture']);
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(page).not.toHaveURL(/compare=/);
});

test('other days are chosen, and a hand-edited address is answered', async ({
  page,
}) => {
  await PostureTab.open(page, 'olivia', 'payments-api', '?compare=yesterday');
  const panel = page.getByRole('dialog', { name: 'Compare two days' });
  await expect(
    panel.getByText(/^The address names no two days to compare/),
  ).toBeVisible();
  await panel.getByLabel('From').fill(daysAgo(20));
  await panel.getByLabel('To').fill(daysAgo(8));
  await expect(panel.getByText(/^\d+ opened$/)).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`${COMPARE.slice(1)}$`));
});

test('the history is told by day, cold from the address, and leads on', async ({
  page,
}) => {
  const requests = watchRequests(page);
  const tab = await PostureTab.open(
    page,
    'olivia',
    'payments-api',
    '?view=history&days=90',
  );
  const history = tab.root.getByRole('region', { name: 'History' });
  const opened = history
    .getByRole('listitem')
    .filter({ hasText: 'Opened: A container runs privileged' });
  await expect(opened).toBeVisible();
  expect(namesOf(requests)).toEqual(['history', 'posture']);
  await history.getByRole('radio', { name: '7 days', exact: true }).click();
  await expect(page).toHaveURL(/days=7/);
  await expect(opened).toBeHidden();
  await history.getByRole('radio', { name: '90 days' }).click();
  await opened
    .getByRole('link', { name: 'A container runs privileged' })
    .click();
  await expect(page).toHaveURL(/\?finding=/);
  await expect(tab.findings).toBeVisible();
});

test('the comparison fits a phone', async ({ page }) => {
  await openOnPhone(page, PostureTab.pathOf('payments-api', COMPARE));
  const panel = page.getByRole('dialog', { name: 'Compare two days' });
  await expect(panel.getByText('What happened')).toBeVisible();
  const wider = await panel.evaluate(element =>
    [element, ...element.querySelectorAll('*')].some(
      each => each.getBoundingClientRect().right > window.innerWidth + 1,
    ),
  );
  expect(wider).toBe(false);
});
