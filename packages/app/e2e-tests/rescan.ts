import { expect } from '@playwright/test';
import type { PostureTab } from './pages/PostureTab';

/** Asks for a scan and waits until it ended as said. */
export async function rescan(
  tab: PostureTab,
  outcome: string | RegExp,
): Promise<void> {
  await tab.rescan.click();
  await expect(tab.said(/^(Asking|Scanning|The scan waits)/)).toBeVisible();
  await expect(tab.said(outcome)).toBeVisible({ timeout: 60_000 });
}
