import { expect, type Page, type Response } from '@playwright/test';
import { CoveragePage } from './pages/CoveragePage';
import { OverviewPage } from './pages/OverviewPage';
import { PostureTab } from './pages/PostureTab';
import { ServicesPage } from './pages/ServicesPage';
import { PostureClient } from './PostureClient';
import { POSTURE_ROOT } from './postureRoot';
import { rememberPerson } from './signIn';
import { test } from './test';

/** All values of the demo that must never be shown contain it, some in base64. */
const SECRET = 'do-not-show';

const views = [
  { path: PostureTab.pathOf('payments-api'), sign: 'Fix first' },
  { path: PostureTab.pathOf('feature-store'), sign: 'Fix first' },
  { path: PostureTab.pathOf('events-ingest'), sign: 'Fix first' },
  { path: PostureTab.pathOf('reviews'), sign: 'Fix first' },
  { path: PostureTab.pathOf('video-transcoder'), sign: 'Fix first' },
  { path: PostureTab.pathOf('checkout'), sign: 'No counting finding is open.' },
  { path: CoveragePage.path, sign: 'Workloads of nobody' },
  { path: OverviewPage.path, sign: 'Blocking findings' },
  { path: ServicesPage.path, sign: 'video-transcoder' },
];

for (const { path, sign } of views) {
  test(`${path} shows and is sent no secret, however far it is opened`, async ({
    page,
  }) => {
    await rememberPerson(page, 'paul');
    const answers = watchAnswers(page);
    await page.goto(path);
    const root = page.locator(POSTURE_ROOT);
    await expect(root.getByText(sign, { exact: true }).first()).toBeVisible();
    await expect.poll(() => answers.length).toBeGreaterThan(0);
    (await Promise.all(answers)).forEach(expectHidden);
    await expectNoSecret(page);
    await openEveryRow(page);
    (await Promise.all(answers)).forEach(expectHidden);
  });
}

test('no answer about any service holds a secret', async ({ request }) => {
  const client = await PostureClient.signIn(request, 'paul');
  const { items } = await (await client.get('/entities?limit=50')).json();
  expect(items).toHaveLength(25);
  const found: string[] = [];
  for (const { entityRef } of items) {
    const [kind, name] = entityRef.split(':');
    const entity = `/entities/${kind}/${name}`;
    for (const path of ['/posture', '/findings?limit=200']) {
      const response = await client.get(`${entity}${path}`);
      expect(response.status()).toBe(200);
      found.push(await response.text());
    }
  }
  found.forEach(expectHidden);
  expect(found.join()).toContain('DB_PASSWORD');
});

async function openEveryRow(page: Page): Promise<void> {
  const { rows } = new PostureTab(page);
  for (let index = 0; index < (await rows.count()); index++) {
    await rows.nth(index).click();
    await expect(rows.nth(index)).toHaveAttribute('aria-expanded', 'true');
    await expectNoSecret(page);
  }
}

async function expectNoSecret(page: Page): Promise<void> {
  expectHidden(await page.locator('body').innerText());
}

/** Reads every answer of our API to the page, from now on. */
function watchAnswers(page: Page): Promise<string>[] {
  const answers: Promise<string>[] = [];
  page.on('response', (response: Response) => {
    if (new URL(response.url()).pathname.startsWith('/api/security-posture/')) {
      answers.push(response.text());
    }
  });
  return answers;
}

function expectHidden(text: string): void {
  for (const form of [SECRET, ...inBase64(SECRET)]) {
    expect(text).not.toContain(form);
  }
}

/** What base64 makes of a text, wherever in a longer one it stands; the edges depend on its neighbours. */
function inBase64(text: string): string[] {
  return [0, 1, 2].map(offset =>
    Buffer.from(' '.repeat(offset) + text)
      .toString('base64')
      .slice(offset === 0 ? 0 : offset + 1, -4),
  );
}
