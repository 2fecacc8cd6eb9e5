import { PORTAL_URL } from '../portal/addresses.mjs';

const PERSON = 'olivia';
const WIDTH = 1280;
const TIMEOUT_MS = 30_000;

/** What a page shows in the place of what is still to come. */
const STILL_LOADING = '[class*="bui-Skeleton"], [role="progressbar"]';

/** Opens a view in a window of its own, signed in, and writes its picture as PNG. */
export async function takePicture(browser, view, theme, path) {
  const context = await browser.newContext({
    baseURL: PORTAL_URL,
    viewport: { width: view.width ?? WIDTH, height: view.height },
    colorScheme: theme,
    reducedMotion: 'reduce',
  });
  try {
    context.setDefaultTimeout(TIMEOUT_MS);
    await context.addInitScript(
      chosen => window.localStorage.setItem('theme', chosen),
      theme,
    );
    const page = await openSignedIn(context, view);
    await page.screenshot({ path });
  } finally {
    await context.close();
  }
}

async function openSignedIn(context, view) {
  const { path, person = PERSON, isReady, open, isOpen } = view;
  const page = await context.newPage();
  await page.goto(path);
  await page
    .getByRole('button', { name: new RegExp(`^Sign in as ${person}`, 'i') })
    .click();
  await isReady(page).waitFor();
  if (open) {
    await open(page);
    await isOpen(page).waitFor();
  }
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(
    selector => !document.querySelector(selector),
    STILL_LOADING,
  );
  await page.evaluate(() => document.fonts.ready);
  return page;
}
