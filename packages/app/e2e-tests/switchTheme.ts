import { expect, type Page } from '@playwright/test';
import { endTransitions } from './endTransitions';

/** Makes the open page light or dark, as the settings in another tab of the browser do, and brings its colours to a stand. */
export async function switchTheme(
  page: Page,
  theme: 'light' | 'dark',
): Promise<void> {
  await page.evaluate(chosen => {
    window.localStorage.setItem('theme', chosen);
    window.dispatchEvent(
      new StorageEvent('storage', {
        key: 'theme',
        newValue: chosen,
        storageArea: window.localStorage,
      }),
    );
  }, theme);
  await expect(page.locator('body')).toHaveAttribute('data-theme-mode', theme);
  await endTransitions(page);
}
