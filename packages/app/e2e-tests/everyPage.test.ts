import { expect } from '@playwright/test';
import { expectNoAxeViolations, expectReadableInTheDark } from './axe';
import { everyPage } from './everyPage';
import { PHONE } from './openOnPhone';
import { POSTURE_ROOT } from './postureRoot';
import { resizeWindow } from './resizeWindow';
import { rememberPerson } from './signIn';
import { stickingOut } from './stickingOut';
import { test } from './test';
import { watchRequests } from './watchRequests';

/** Pages that one test looks at: as many as it has time for on a busy machine. */
const PAGES_A_TEST = 5;

/** What a page may ask of the plugin's backend to be there. */
const MOST_REQUESTS = 2;

const groups = Array.from(
  { length: Math.ceil(everyPage.length / PAGES_A_TEST) },
  (_, index) =>
    everyPage.slice(index * PAGES_A_TEST, (index + 1) * PAGES_A_TEST),
);

for (const [index, group] of groups.entries()) {
  test(`every page asks for at most two things, and is accessible, in the dark and on a phone too, part ${
    index + 1
  }`, async ({ page }) => {
    test.slow();
    const desk = page.viewportSize()!;
    const root = page.locator(POSTURE_ROOT);
    await rememberPerson(page, 'olivia');
    const requests = watchRequests(page);
    for (const { path, sign } of group) {
      await test.step(path, async () => {
        await page.goto(path, { waitUntil: 'commit' });
        // Those of the page before, which is gone, are not of this one.
        requests.length = 0;
        await expect(
          root.getByText(sign, { exact: true }).first(),
        ).toBeVisible();
        await expectNoAxeViolations(page, POSTURE_ROOT);
        expect(requests.length).toBeLessThanOrEqual(MOST_REQUESTS);
        expect(new Set(requests).size).toBe(requests.length);
        await expectReadableInTheDark(page, POSTURE_ROOT);
        await resizeWindow(page, PHONE);
        expect(await stickingOut(root)).toEqual([]);
        await page.setViewportSize(desk);
      });
    }
  });
}
