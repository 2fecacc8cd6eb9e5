import { expect, test, type Locator } from '@playwright/test';
import { openOnPhone } from './openOnPhone';
import { OrganisationPage } from './pages/OrganisationPage';
import { PostureTab } from './pages/PostureTab';
import { POSTURE_ROOT } from './postureRoot';

const views = [
  {
    path: '/catalog/default/component/payments-api',
    sign: 'Open posture',
  },
  { path: PostureTab.pathOf('payments-api'), sign: 'Fix first' },
  {
    path: PostureTab.pathOf('payments-api', '?group=subject'),
    sign: 'cronjob/settlement-export',
  },
  { path: PostureTab.pathOf('fraud-rules'), sign: 'Add to catalog-info.yaml' },
  { path: PostureTab.pathOf('image-resizer'), sign: 'No cluster answers' },
  { path: OrganisationPage.path, sign: 'video-transcoder' },
];

test('nothing sticks out of any page on a phone', async ({ page }) => {
  await openOnPhone(page, '/');
  const root = page.locator(POSTURE_ROOT);
  for (const { path, sign } of views) {
    await test.step(path, async () => {
      await page.goto(path);
      await expect(root.getByText(sign, { exact: true }).first()).toBeVisible();
      expect(await stickingOut(root)).toEqual([]);
    });
  }
});

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

/** Elements that end right of the root or are wider than it, but for those inside what scrolls by itself. */
function stickingOut(root: Locator): Promise<string[]> {
  return root.evaluate(element => {
    const { left, right } = element.getBoundingClientRect();
    const scrolls = (each: Element): boolean =>
      each !== element &&
      (['auto', 'scroll'].includes(getComputedStyle(each).overflowX) ||
        scrolls(each.parentElement!));
    return [...element.querySelectorAll('*')]
      .filter(each => {
        const box = each.getBoundingClientRect();
        return (
          box.width > 1 &&
          (box.right > right + 1 || box.left < left - 1) &&
          !scrolls(each.parentElement!)
        );
      })
      .map(each => each.outerHTML.slice(0, 200));
  });
}
