import { expect, type Page } from '@playwright/test';

export type DemoPersonName = 'olivia' | 'kenji' | 'paul' | 'vera';

/** A page of the portal's address that runs nothing. */
const QUIET = '/favicon.svg';

/** Opens a page of the portal as one of the people of the demo company, whose choice it remembers from before. */
export async function signIn(
  page: Page,
  person: DemoPersonName,
  path: string = '/',
): Promise<void> {
  await rememberPerson(page, person);
  await page.goto(path);
  await expectSignedIn(page);
}

/** Leaves behind what the portal remembers of a person who chose their name, so that the next page opens as theirs. */
export async function rememberPerson(
  page: Page,
  person: DemoPersonName,
): Promise<void> {
  await page.goto(QUIET);
  await page.evaluate(
    name => window.localStorage.setItem('acme-portal.person', name),
    person,
  );
}

/** Opens a page of the portal, and chooses on its sign-in page whom to be. */
export async function choosePerson(
  page: Page,
  person: DemoPersonName,
  path: string = '/',
): Promise<void> {
  await page.goto(path);
  await page
    .getByRole('button', { name: new RegExp(`^Sign in as ${person}`, 'i') })
    .click();
  await expectSignedIn(page);
}

/** A panel that the address opens hides the sidebar from readers of the screen, and may be there first. */
async function expectSignedIn(page: Page): Promise<void> {
  await expect(
    page
      .getByRole('navigation', { name: 'sidebar nav', includeHidden: true })
      .getByRole('link', { name: 'Catalog', exact: true, includeHidden: true }),
  ).toBeVisible();
}
