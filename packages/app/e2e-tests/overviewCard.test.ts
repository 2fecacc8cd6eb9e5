import { expect } from '@playwright/test';
import { POSTURE_ROOT } from './postureRoot';
import { signIn } from './signIn';
import { test } from './test';

const OVERVIEW = '/catalog/default/component/payments-api';

test('the card tells the verdict and what to fix, and leads to the tab', async ({
  page,
}) => {
  await signIn(page, 'olivia', OVERVIEW);
  const card = page.locator(POSTURE_ROOT);
  await expect(card.getByText('Not ready for production')).toBeVisible();
  await expect(card.getByText('A container runs privileged')).toBeVisible();
  await expect(
    card.getByText('deploy/payments-api, container agent, prod-eu'),
  ).toBeVisible();
  await card.getByRole('link', { name: 'Open posture' }).click();
  await expect(page).toHaveURL(`${OVERVIEW}/security-posture`);
  await expect(card.getByRole('heading', { name: 'Fix first' })).toBeVisible();
});

test('the fix is one click from the card', async ({ page }) => {
  await signIn(page, 'vera', OVERVIEW);
  const card = page.locator(POSTURE_ROOT);
  await card.getByRole('link', { name: 'See fix' }).click();
  await expect(
    card.getByRole('group', { name: 'Strategic merge' }),
  ).toContainText('privileged: false');
});
