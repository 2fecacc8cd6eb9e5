import { test as base, type BrowserContext } from '@playwright/test';

/**
 * A test in a browser that keeps the portal's scripts from one test to the
 * next, as the browser of a person does: loading and compiling them takes
 * longer than most tests. Everything else that a page could leave behind is
 * cleared before each test.
 */
export const test = base.extend<object, { browserOfPerson: BrowserContext }>({
  browserOfPerson: [
    async ({ browser }, provide, { project }) => {
      const { baseURL, viewport } = project.use;
      const context = await browser.newContext({
        baseURL,
        viewport,
        reducedMotion: 'reduce',
      });
      await provide(context);
      await context.close();
    },
    { scope: 'worker' },
  ],
  context: async ({ browserOfPerson }, provide) => {
    await provide(browserOfPerson);
    await browserOfPerson.clearPermissions();
  },
  page: async ({ context, baseURL }, provide) => {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Storage.clearDataForOrigin', {
      origin: new URL(baseURL!).origin,
      storageTypes: 'cookies,local_storage,indexeddb,service_workers',
    });
    await session.detach();
    await provide(page);
    await page.close();
  },
});
