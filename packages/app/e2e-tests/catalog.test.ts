import { expect } from '@playwright/test';
import { signIn } from './signIn';
import { test } from './test';

test('the catalog lists the services of the demo company', async ({ page }) => {
  await signIn(page, 'vera', '/?filters[kind]=component&filters[user]=all');
  for (const service of ['cart', 'checkout', 'events-ingest']) {
    await expect(
      page.getByRole('link', { name: service, exact: true }),
    ).toBeVisible();
  }
});

test('the sidebar leads to the pages and to the sign-out', async ({ page }) => {
  await signIn(page, 'olivia');
  const sidebar = page.getByRole('navigation', { name: 'sidebar nav' });
  for (const name of ['Home', 'Catalog', 'Notifications', 'Settings']) {
    await expect(
      sidebar.getByRole('link', { name, exact: true }),
    ).toBeVisible();
  }
  await expect(sidebar.getByRole('button', { name: 'Sign out' })).toBeVisible();
});
