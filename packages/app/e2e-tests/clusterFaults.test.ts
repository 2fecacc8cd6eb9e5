import { expect } from '@playwright/test';
import { clearFaults, setFault, type DemoClusterName } from './demoClusters';
import { PostureTab } from './pages/PostureTab';
import { rescan } from './rescan';
import { test } from './test';

const clusters: DemoClusterName[] = ['prod-eu', 'staging'];

test.afterEach(async ({ page, request }) => {
  for (const cluster of clusters) {
    await clearFaults(request, cluster);
  }
  await rescan(new PostureTab(page), 'The scan has finished');
});

test('a cluster that goes silent keeps its last posture, and recovers', async ({
  page,
  request,
}) => {
  test.slow();
  const tab = await PostureTab.open(page, 'olivia', 'payments-api');
  const heading = tab.findings.getByRole('heading', { level: 2 });
  const findings = await heading.innerText();
  await setFault(request, 'staging', { type: 'dead' });
  await rescan(
    tab,
    'The scan of staging failed: the API server did not answer',
  );
  await expect(heading).toHaveText(findings);
  await expect(tab.verdict).toHaveText('Not ready for production');
  const staging = tab.clusters.getByRole('row', { name: /Staging/ });
  await expect(staging).toContainText('Does not answer');
  await expect(staging).toContainText(/last scanned/);
  await expect(staging.getByRole('cell').last()).toHaveText('2');
  await clearFaults(request, 'staging');
  await rescan(tab, 'The scan has finished');
  await expect(staging).toContainText('Scanned');
  await expect(heading).toHaveText(findings);
});

test('a kind that is refused makes its findings stale, and no others', async ({
  page,
  request,
}) => {
  test.slow();
  const tab = await PostureTab.open(page, 'paul', 'feature-store');
  const title = 'A ConfigMap of the workload holds a credential';
  const rows = tab.findings.getByRole('row');
  const stale = rows.filter({ hasText: 'Stale' });
  await expect(tab.row(title)).toBeVisible();
  await setFault(request, 'prod-eu', {
    type: 'forbidden',
    resource: 'configmaps',
  });
  await rescan(
    tab,
    /^The scan has finished without .*configmaps.* in prod-eu \(the API server refused to show what is needed\)\. Findings that rest on that are stale or not evaluated\.$/,
  );
  await expect(stale).toHaveCount(1);
  await expect(stale).toContainText(title);
  await tab.row(title).click();
  await expect(
    tab.findings.getByText(/since then it could not be judged again/),
  ).toBeVisible();
  await clearFaults(request, 'prod-eu');
  await rescan(tab, /^The scan has finished$/);
  await expect(stale).toHaveCount(0);
  await expect(tab.row(title)).toBeVisible();
});
