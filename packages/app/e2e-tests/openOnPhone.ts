import type { Page } from '@playwright/test';
import { rememberPerson } from './signIn';

/** The screen of a small phone, in CSS pixels. */
export const PHONE = { width: 390, height: 844 };

/** Opens a page of the portal as its owner, on the screen of a phone. */
export async function openOnPhone(page: Page, path: string): Promise<void> {
  await rememberPerson(page, 'olivia');
  await page.setViewportSize(PHONE);
  await page.goto(path);
}
