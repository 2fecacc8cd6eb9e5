import { expect } from '@playwright/test';
import { expectNoAxeViolationsInBothThemes } from './axe';
import { allowClipboard, readClipboard } from './clipboard';
import { PostureTab } from './pages/PostureTab';
import { POSTURE_ROOT } from './postureRoot';
import { test } from './test';

test('axe finds nothing on the tab with an open finding', async ({ page }) => {
  const tab = await PostureTab.open(page, 'olivia', 'payments-api');
  await tab.row('A container is told to run as root').click();
  await expect(tab.findings.getByText('Asked for by')).toBeVisible();
  await expectNoAxeViolationsInBothThemes(page, POSTURE_ROOT);
});

test('axe finds nothing where the API fails', async ({ page }) => {
  await page.route('**/api/security-posture/**', route => route.abort());
  const tab = await PostureTab.open(page, 'olivia', 'payments-api');
  await expect(tab.verdict).toHaveText('The portal could not be reached');
  await expectNoAxeViolationsInBothThemes(page, POSTURE_ROOT);
});

test('the patch can be copied with the keyboard alone', async ({ page }) => {
  await allowClipboard(page);
  const tab = await PostureTab.open(page, 'olivia', 'payments-api');
  const copy = tab.fixFirst.getByRole('button', { name: 'Copy' });
  await expect(copy).toBeVisible();
  await tab.rescan.focus();
  for (let steps = 0; steps < 10 && !(await isFocused()); steps++) {
    await page.keyboard.press('Tab');
  }
  await expect(copy).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(() => readClipboard(page)).toContain('privileged: false');

  function isFocused(): Promise<boolean> {
    return copy.evaluate(element => element === document.activeElement);
  }
});
