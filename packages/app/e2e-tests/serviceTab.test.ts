import { expect } from '@playwright/test';
import { allowClipboard, readClipboard } from './clipboard';
import { PostureClient } from './PostureClient';
import { PostureTab } from './pages/PostureTab';
import { saveSpreadsheet } from './saveSpreadsheet';
import { test } from './test';

const SERVICE = 'payments-api';

test('the verdict, the score and the export are those that the API gives', async ({
  page,
  request,
}) => {
  const client = await PostureClient.signIn(request, 'olivia');
  const { reasons, score, library } = await client.postureOf(SERVICE);
  const countOf = (asked: string) =>
    reasons.find(({ severity }: { severity?: string }) => severity === asked)
      .count;
  const tab = await PostureTab.open(page, 'olivia', SERVICE);
  await expect(tab.verdict).toHaveText('Not ready for production');
  await expect(tab.root).toContainText(
    new RegExp(
      `${countOf('critical')} critical and ${countOf(
        'high',
      )} high findings .*must be fixed`,
    ),
  );
  await expect(tab.fact('Score')).toContainText(`${score.value}of 100`);
  await expect(tab.fact('Score')).toContainText('F');
  const { name, lines } = await saveSpreadsheet(tab.root);
  expect(name).toMatch(
    /^security-posture-component-default-payments-api-[\d-]+\.csv$/,
  );
  const { notes } = await client.read(
    `/export?scope=entity&ref=component:default/${SERVICE}&format=json`,
  );
  expect(lines[0]).toMatch(/^"record","cluster",/);
  expect(rowsOf(lines, 'export')).toEqual(
    expect.arrayContaining([
      `scope component:default/${SERVICE}`,
      `library ${library}`,
      `score ${score.value}`,
    ]),
  );
  expect(rowsOf(lines, 'note')).toEqual(notes);
  expect(rowsOf(lines, 'finding').length).toBeGreaterThan(0);
});

/** What rows of a kind say in words: the cells that are not empty, all but the kind. */
function rowsOf(lines: readonly string[], kind: string): string[] {
  return lines
    .filter(line => line.startsWith(`"${kind}",`))
    .map(line => line.slice(1, -1).split('","').slice(1))
    .map(cells => cells.filter(Boolean).join(' '));
}

test('Fix first is open at what matters most, with a proven patch, and opens the rest', async ({
  page,
}) => {
  const { fixFirst } = await PostureTab.open(page, 'olivia', SERVICE);
  const entries = fixFirst.getByRole('heading', { level: 3 });
  await expect(entries).toHaveCount(3);
  await expect(
    entries.first().getByRole('button', { expanded: true }),
  ).toContainText('A container runs privileged');
  await expect(fixFirst.getByText('container "agent"')).toBeVisible();
  await expect(
    fixFirst.getByRole('group', { name: 'Strategic merge' }),
  ).toContainText('privileged: false');
  await expect(
    fixFirst.getByText('Proven on the last scan').first(),
  ).toBeVisible();
  const second = fixFirst.getByRole('button', {
    name: /A container is told to run as root/,
  });
  await expect(second).toHaveAttribute('aria-expanded', 'false');
  await second.click();
  await expect(second).toHaveAttribute('aria-expanded', 'true');
  await expect(fixFirst.getByRole('button', { name: 'Copy' })).toHaveCount(2);
});

test('each form of the patch is copied as it is shown', async ({ page }) => {
  await allowClipboard(page);
  const { fixFirst } = await PostureTab.open(page, 'olivia', SERVICE);
  const copied = new Set<string>();
  for (const form of ['Strategic merge', 'Kustomize', 'kubectl']) {
    await fixFirst.getByRole('tab', { name: form }).click();
    const shown = fixFirst.getByRole('group', { name: form });
    await expect(shown).toContainText('payments-api');
    await fixFirst.getByRole('button', { name: /^Cop(y|ied)$/ }).click();
    await expect
      .poll(async () => (await readClipboard(page)).trim())
      .toBe((await shown.textContent())?.trim());
    copied.add(await readClipboard(page));
  }
  expect(copied.size).toBe(3);
});

test('the mapping unfolds to the query that found the workloads', async ({
  page,
}) => {
  const { findings, mapping } = await PostureTab.open(page, 'olivia', SERVICE);
  await expect(mapping).toContainText('5 workloads in prod-eu and staging');
  // They arrive last, and push the mapping down.
  await expect(findings.getByRole('rowheader').first()).toBeVisible();
  await mapping.getByRole('button', { name: 'Show the mapping' }).click();
  await expect(mapping.getByText('Effective query')).toBeVisible();
  await expect(mapping.getByText('from the annotation')).toBeVisible();
});
