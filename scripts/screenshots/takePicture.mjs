import { PORTAL_URL, SCANNED_SERVICE_PATH } from '../portal/addresses.mjs';

const PERSON = 'olivia';
const WIDTH = 1280;
const TIMEOUT_MS = 30_000;

/** What pictures are taken of: the window's height in pixels, and what must be seen before. */
export const VIEWS = [
  {
    name: 'overview',
    path: SCANNED_SERVICE_PATH.replace('/security-posture', ''),
    height: 1130,
    isReady: page => page.getByText('Open posture'),
  },
  {
    name: 'entity',
    path: SCANNED_SERVICE_PATH,
    height: 900,
    isReady: page => page.getByRole('heading', { name: 'Fix first' }),
  },
  {
    name: 'organisation',
    path: '/security-posture',
    height: 900,
    isReady: page => page.getByRole('row').nth(3),
  },
];

/** Opens a view in a window of its own, signed in, and writes its picture as PNG. */
export async function takePicture(browser, view, theme, path) {
  const context = await browser.newContext({
    baseURL: PORTAL_URL,
    viewport: { width: WIDTH, height: view.height },
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

async function openSignedIn(context, { path, isReady }) {
  const page = await context.newPage();
  await page.goto(path);
  await page
    .getByRole('button', { name: new RegExp(`^Sign in as ${PERSON}`, 'i') })
    .click();
  await isReady(page).waitFor();
  await page.evaluate(() => document.fonts.ready);
  await page.waitForLoadState('networkidle');
  return page;
}
