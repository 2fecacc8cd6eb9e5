import { test, type Page } from '@playwright/test';

/** Puts a picture of the whole page, as it is now, into the report of the test, under the page's path. */
export async function attachPicture(page: Page): Promise<void> {
  const { pathname, search } = new URL(page.url());
  await test.info().attach(`${pathname}${search}`, {
    body: await page.screenshot({ fullPage: true }),
    contentType: 'image/png',
  });
}
