import { expect } from '@playwright/test';
import { allowClipboard, readClipboard } from './clipboard';
import { PostureTab } from './pages/PostureTab';
import { POSTURE_ROOT } from './postureRoot';
import { resizeWindow } from './resizeWindow';
import { signIn } from './signIn';
import { test } from './test';

test('a service that is not mapped gets what links it', async ({ page }) => {
  await allowClipboard(page);
  const tab = await PostureTab.open(page, 'olivia', 'fraud-rules');
  await expect(tab.verdict).toHaveText('No workload is linked');
  await expect(tab.mapping).toContainText('deploy/fraud-rules');
  const snippet = tab.mapping.getByRole('group', {
    name: 'Add to catalog-info.yaml',
  });
  await expect(snippet).toContainText(
    'backstage.io/kubernetes-id: fraud-rules',
  );
  await tab.mapping.getByRole('button', { name: 'Copy' }).click();
  await expect
    .poll(async () => (await readClipboard(page)).trim())
    .toBe((await snippet.textContent())?.trim());
});

for (const width of [1280, 390]) {
  test(`what links it is read whole, ${width} pixels wide`, async ({
    page,
  }) => {
    const tab = await PostureTab.open(page, 'olivia', 'fraud-rules');
    await resizeWindow(page, { width, height: 900 });
    const snippet = tab.mapping.getByRole('group');
    await expect(snippet).toContainText('# backstage.io/kubernetes-id');
    expect(
      await snippet.evaluate(
        ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
      ),
    ).toBe(0);
  });
}

test('the card of a service that is not mapped leads to what links it', async ({
  page,
}) => {
  await signIn(page, 'olivia', '/catalog/default/component/fraud-rules');
  const card = page.locator(POSTURE_ROOT);
  await expect(card.getByText('No workload is linked')).toBeVisible();
  await card.getByRole('link', { name: 'See how to link it' }).click();
  await expect(card.getByText('Add to catalog-info.yaml')).toBeVisible();
});

test('a service of which nothing runs says where was looked', async ({
  page,
}) => {
  const tab = await PostureTab.open(page, 'paul', 'cdn-purger');
  await expect(tab.verdict).toHaveText('Linked, but nothing runs');
  await expect(
    tab.root.getByText('Nothing in prod-eu or staging matches'),
  ).toBeVisible();
  await expect(tab.mapping).toContainText('0 workloads with the labels');
  await expect(tab.rescan).toBeEnabled();
});

test('a service in a silent cluster says so, and what a rescan met', async ({
  page,
}) => {
  const tab = await PostureTab.open(page, 'paul', 'image-resizer');
  await expect(tab.verdict).toHaveText('No cluster answers');
  await expect(tab.root.getByText(/Production US went silent/)).toBeVisible();
  await expect(tab.fact('Score')).toHaveCount(0);
  await expect(tab.mapping).toContainText('prod-us was never scanned.');
  await expect(tab.mapping).not.toContainText(/\d workload/);
  await tab.rescan.click();
  await expect(
    tab.said('The scan of prod-us failed: the API server did not answer'),
  ).toBeVisible();
});

test('the exemplary service is ready, with nothing to fix', async ({
  page,
}) => {
  const tab = await PostureTab.open(page, 'olivia', 'checkout');
  await expect(tab.verdict).toHaveText('Ready for production');
  await expect(tab.fact('Score')).toContainText('100of 100');
  await expect(tab.fixFirst).toHaveCount(0);
  await expect(
    tab.root.getByText('No counting finding is open.'),
  ).toBeVisible();
});

test('a service that runs in a silent cluster too says which', async ({
  page,
}) => {
  const tab = await PostureTab.open(page, 'paul', 'search-indexer');
  await expect(tab.verdict).toHaveText('Not ready for production');
  await expect(
    tab.clusters.getByRole('row', { name: /Production US.*Does not answer/ }),
  ).toBeVisible();
  await expect(tab.mapping).toContainText(
    /^Mapping.*2 workloads in prod-eu match .*search-indexer\. prod-us was never scanned\.$/,
  );
});
