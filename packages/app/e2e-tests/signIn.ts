import { expect, type Page } from '@playwright/test';

export type DemoPersonName = 'olivia' | 'paul' | 'vera';

/** Opens a page of the portal as one of the people of the demo company. */
export async function signIn(
  page: Page,
  person: DemoPersonName,
  path: string = '/',
): Promise<void> {
  await page.goto(path);
  await page
    .getByRole('button', { name: new RegExp(`^Sign in as ${person}`, 'i') })
    .click();
  await expect(
    page
      .getByRole('navigation', { name: 'sidebar nav' })
      .getByRole('link', { name: 'Catalog', exact: true }),
  ).toBeVisible();
}
