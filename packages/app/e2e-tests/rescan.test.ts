import { expect } from '@playwright/test';
import { clearFaults, setFault } from './demoClusters';
import { PostureClient } from './PostureClient';
import { PostureTab } from './pages/PostureTab';
import { test } from './test';

const SCAN = '/entities/component/default/payments-api/scan';

/** How long one list keeps a scan running: several times as long as a page waits to ask how far it is. */
const SLOW_LIST_MS = 15_000;

test.afterEach(({ request }) => clearFaults(request, 'prod-eu'));

test('an owner rescans, sees how far it is, and that it finished', async ({
  page,
  request,
}) => {
  test.slow();
  const tab = await PostureTab.open(page, 'olivia', 'payments-api');
  await expect(tab.rescan).toBeEnabled();
  const before = await tab.lastScan();
  await setFault(request, 'prod-eu', {
    type: 'slow',
    resource: 'deployments.apps',
    delayMs: SLOW_LIST_MS,
  });
  await tab.rescan.click();
  await expect(
    tab.said(/^Scanning (prod-eu|staging), cluster [12] of 2$/),
  ).toBeVisible();
  await expect(
    tab.root.getByRole('progressbar', { name: 'Scan in progress' }),
  ).toBeVisible();
  await clearFaults(request, 'prod-eu');
  await expect(tab.said('The scan has finished')).toBeVisible({
    timeout: 60_000,
  });
  await expect.poll(() => tab.lastScan()).not.toBe(before);
  await expect(tab.verdict).toHaveText('Not ready for production');
  await expect(tab.rescan).toBeEnabled();
});

test('a viewer is offered no rescan, and the API refuses one', async ({
  page,
  request,
}) => {
  const tab = await PostureTab.open(page, 'vera', 'payments-api');
  await expect(tab.verdict).toHaveText('Not ready for production');
  await expect(tab.rescan).toHaveCount(0);
  const client = await PostureClient.signIn(request, 'vera');
  expect((await client.post(SCAN)).status()).toBe(403);
});

test('an owner may not rescan the services of others', async ({
  page,
  request,
}) => {
  const tab = await PostureTab.open(page, 'olivia', 'cart');
  await expect(tab.verdict).toHaveText('Not ready for production');
  await expect(tab.rescan).toHaveCount(0);
  const client = await PostureClient.signIn(request, 'olivia');
  const response = await client.post(SCAN.replace('payments-api', 'cart'));
  expect(response.status()).toBe(403);
});
