import { readFile } from 'node:fs/promises';
import type { Locator } from '@playwright/test';

/** A file that was saved: its name and its lines. */
export interface SavedFile {
  readonly name: string;
  readonly lines: readonly string[];
}

/** Saves what a page exports as a spreadsheet. */
export async function saveSpreadsheet(root: Locator): Promise<SavedFile> {
  const page = root.page();
  const saving = page.waitForEvent('download');
  await root.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Spreadsheet (CSV)' }).click();
  const file = await saving;
  const text = await readFile(await file.path(), 'utf8');
  return { name: file.suggestedFilename(), lines: text.split('\r\n') };
}
