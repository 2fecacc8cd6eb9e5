import type { Page } from '@playwright/test';

/** Brings everything that is on its way to another colour or place to its end. Waits for nothing: a transition of what the page does not draw never ends by itself. */
export async function endTransitions(page: Page): Promise<void> {
  await page.evaluate(() =>
    document
      .getAnimations()
      .filter(animation => animation instanceof CSSTransition)
      .forEach(transition => transition.finish()),
  );
}
