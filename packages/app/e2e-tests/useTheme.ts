import type { Page } from '@playwright/test';

export type Theme = 'light' | 'dark';

/** Makes every page that is opened from now on light or dark. */
export async function useTheme(page: Page, theme: Theme): Promise<void> {
  await page.addInitScript(
    chosen => window.localStorage.setItem('theme', chosen),
    theme,
  );
}
