import { expect } from '@playwright/test';
import { expectNoAxeViolations, expectReadable } from './axe';
import { switchTheme } from './switchTheme';
import { choosePerson, type DemoPersonName } from './signIn';
import { test } from './test';

const people: { person: DemoPersonName; fullName: string }[] = [
  { person: 'olivia', fullName: 'Olivia Moreau' },
  { person: 'kenji', fullName: 'Kenji Arai' },
  { person: 'paul', fullName: 'Paul Okafor' },
  { person: 'vera', fullName: 'Vera Lindqvist' },
];

for (const { person, fullName } of people) {
  test(`${person} signs in, and a reload keeps the session`, async ({
    page,
  }) => {
    await choosePerson(page, person, '/settings');
    await expect(page.getByText(fullName).first()).toBeVisible();
    await page.reload();
    await expect(page.getByText(fullName).first()).toBeVisible();
  });
}

test('signing out lets one choose another person', async ({ page }) => {
  await choosePerson(page, 'olivia', '/settings');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await choosePerson(page, 'paul', '/settings');
  await expect(page.getByText('Paul Okafor').first()).toBeVisible();
});

test('a person who is no longer in the catalog can choose again', async ({
  page,
}) => {
  await page.goto('/');
  await page.evaluate(() =>
    window.localStorage.setItem('acme-portal.person', 'nobody'),
  );
  await page.reload();
  await expect(page.getByText('The portal did not sign you in')).toBeVisible();
  await page.getByRole('button', { name: 'Choose a person again' }).click();
  await choosePerson(page, 'vera');
});

test('axe finds nothing on the sign-in page', async ({ page }) => {
  await page.goto('/');
  await expect(
    page.getByRole('heading', { name: 'Acme portal' }),
  ).toBeVisible();
  await expectNoAxeViolations(page, 'main');
  await switchTheme(page, 'dark');
  await expectReadable(page, 'main');
});
