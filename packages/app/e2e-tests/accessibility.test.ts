import { expect, test } from '@playwright/test';
import { allowClipboard, readClipboard } from './clipboard';
import { expectNoAxeViolations } from './expectNoAxeViolations';
import { OrganisationPage } from './pages/OrganisationPage';
import { PostureTab } from './pages/PostureTab';
import { POSTURE_ROOT } from './postureRoot';
import { signIn } from './signIn';
import { useTheme, type Theme } from './useTheme';

const overview = '/catalog/default/component';

const views = [
  { path: `${overview}/payments-api`, sign: 'Open posture' },
  { path: `${overview}/fraud-rules`, sign: 'See how to link it' },
  { path: `${overview}/image-resizer`, sign: 'No cluster answers' },
  {
    path: PostureTab.pathOf('payments-api', '?group=subject'),
    sign: 'cronjob/settlement-export',
  },
  {
    path: PostureTab.pathOf('checkout', '?finding=nope'),
    sign: 'This finding is not open',
  },
  { path: PostureTab.pathOf('fraud-rules'), sign: 'Add to catalog-info.yaml' },
  { path: PostureTab.pathOf('cdn-purger'), sign: 'Linked, but nothing runs' },
  { path: PostureTab.pathOf('image-resizer'), sign: 'No cluster answers' },
  { path: OrganisationPage.path, sign: 'video-transcoder' },
  { path: `${OrganisationPage.path}?search=none`, sign: 'No service matches' },
];

for (const theme of ['light', 'dark'] satisfies Theme[]) {
  test(`axe finds nothing on any page of the plugin, ${theme}`, async ({
    page,
  }) => {
    test.slow();
    await useTheme(page, theme);
    await signIn(page, 'olivia');
    for (const { path, sign } of views) {
      await test.step(path, async () => {
        await page.goto(path);
        const root = page.locator(POSTURE_ROOT);
        await expect(
          root.getByText(sign, { exact: true }).first(),
        ).toBeVisible();
        await expectNoAxeViolations(page, POSTURE_ROOT);
      });
    }
  });

  test(`axe finds nothing on the tab with an open finding, ${theme}`, async ({
    page,
  }) => {
    await useTheme(page, theme);
    const tab = await PostureTab.open(page, 'olivia', 'payments-api');
    await tab.row('A container is told to run as root').click();
    await expect(tab.findings.getByText('Asked for by')).toBeVisible();
    await expectNoAxeViolations(page, POSTURE_ROOT);
  });

  test(`axe finds nothing where the API fails, ${theme}`, async ({ page }) => {
    await useTheme(page, theme);
    await page.route('**/api/security-posture/**', route => route.abort());
    const tab = await PostureTab.open(page, 'olivia', 'payments-api');
    await expect(tab.verdict).toHaveText('The portal could not be reached');
    await expectNoAxeViolations(page, POSTURE_ROOT);
  });
}

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
