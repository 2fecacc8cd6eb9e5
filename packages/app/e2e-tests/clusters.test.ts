import { expect } from '@playwright/test';
import { ClustersPage } from './pages/ClustersPage';
import { test } from './test';
import { watchRequests } from './watchRequests';

test('clusters stand with state, version and score, and lead to what differs', async ({
  page,
}) => {
  const clusters = await ClustersPage.open(page, 'vera');
  await expect(
    clusters.root.getByRole('heading', { name: '2 of 3 clusters answer' }),
  ).toBeVisible();
  const eu = clusters.table.getByRole('row', { name: /Production EU/ });
  await expect(eu).toContainText('Amazon EKS');
  await expect(eu).toContainText(/supported until/);
  await expect(
    clusters.table.getByRole('row', { name: /Production US/ }),
  ).toContainText(/Does not answer/);
  await expect(
    clusters.matrix.getByRole('link', { name: /, Production EU: / }).first(),
  ).toBeVisible();
  await page.goto(`${ClustersPage.path}?a=prod-eu&b=staging`);
  await expect(
    clusters.root.getByRole('table', {
      name: 'Controls that differ between Production EU and Staging',
    }),
  ).toBeVisible();
});

test('the page of a cluster tells what is wrong with it in two requests', async ({
  page,
}) => {
  const requests = watchRequests(page);
  const path = ClustersPage.pathOf('prod-eu');
  const { root } = await ClustersPage.open(page, 'vera', path);
  await expect(
    root.getByRole('heading', { name: /findings? in the cluster itself$/ }),
  ).toBeVisible();
  for (const title of [
    'Fix first',
    'Connection and rights',
    'Versions and support',
    'Risky access',
    'Namespaces',
    'Attestations',
    'Sweeps',
  ])
    await expect(
      root.getByRole('heading', { name: title, exact: true }),
    ).toBeVisible();
  await expect(root.getByText(/reads? (is|are) allowed/)).toBeVisible();
  expect(requests.sort()).toEqual([
    'GET /api/security-posture/v1/clusters/prod-eu/overview',
    'GET /api/security-posture/v1/clusters/prod-eu/preflight',
  ]);
});

test('every view of a cluster loads from its own address', async ({ page }) => {
  const path = (view: string) =>
    ClustersPage.pathOf('prod-eu', `?view=${view}`);
  const { root } = await ClustersPage.open(page, 'vera', path('controls'));
  for (const [view, name] of [
    ['controls', /^Controls of the cluster profile/],
    ['nodes', /^Nodes with what they run/],
    ['namespaces', /^Network policy and Pod Security/],
    ['access', /^Who may do what/],
    ['attestations', /^Attestations, newest first/],
    ['sweeps', /^Sweeps, newest first/],
  ] as const) {
    await page.goto(path(view));
    await expect(root.getByRole('table', { name })).toBeVisible();
  }
  await page.goto(ClustersPage.pathOf('prod-eu', '?view=drift&b=staging'));
  await expect(
    root.getByRole('table', { name: /^Controls that differ/ }),
  ).toBeVisible();
});

test('a platform engineer attests, and withdraws it again', async ({
  page,
}) => {
  const path = ClustersPage.pathOf('staging', '?view=attestations&attest=new');
  const { root } = await ClustersPage.open(page, 'paul', path);
  const panel = page.getByRole('dialog', { name: 'Add attestation' });
  await panel.getByRole('button', { name: /Choose a control/ }).click();
  await page.getByRole('option').first().click();
  await expect(page).not.toHaveURL(/attest=new/);
  const statement = `Looked at it in the test of ${Date.now()}`;
  await panel.getByLabel('What was looked at').fill('too short');
  await panel.getByRole('button', { name: 'Attest', exact: true }).click();
  await expect(panel.getByText('Say at least 10 characters.')).toBeVisible();
  await panel.getByLabel('What was looked at').fill(statement);
  await panel.getByRole('button', { name: 'Attest', exact: true }).click();
  await expect(panel).toHaveCount(0);
  const row = root.getByRole('row').filter({ hasText: statement });
  await expect(row).toContainText('In force');
  await row.getByRole('button', { name: /^Withdraw/ }).click();
  await page.getByRole('button', { name: 'Withdraw', exact: true }).click();
  await expect(row).toContainText('Withdrawn');
});

test('whoever may not attest is told whom to ask, and has no button', async ({
  page,
}) => {
  const path = ClustersPage.pathOf('prod-eu');
  const { root } = await ClustersPage.open(page, 'vera', path);
  await expect(
    root.getByText('security-posture.attestation.create'),
  ).toBeVisible();
  await expect(
    root.getByRole('button', { name: 'Add attestation' }),
  ).toHaveCount(0);
  await expect(root.getByRole('button', { name: 'Scan now' })).toHaveCount(0);
});
