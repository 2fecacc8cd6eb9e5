import { expect, type Page } from '@playwright/test';

/** Makes the open page light or dark, as the settings in another tab of the browser do, and waits until its colours stand still. */
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
  await colourStandsStill(page);
}

/** Waits until no colour is on its way to another. */
export async function colourStandsStill(page: Page): Promise<void> {
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(animation => animation instanceof CSSTransition)
        .map(animation => animation.finished),
    ),
  );
}
