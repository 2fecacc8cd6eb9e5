import { expect, type Page } from '@playwright/test';

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
  await colourStandsStill(page);
}

/** Brings every colour that is on its way to another to its end. Waits for none: a transition of what the page does not draw never ends by itself. */
export async function colourStandsStill(page: Page): Promise<void> {
  await page.evaluate(() =>
    document
      .getAnimations()
      .filter(animation => animation instanceof CSSTransition)
      .forEach(transition => transition.finish()),
  );
}
