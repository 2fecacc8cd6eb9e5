import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { attachPicture } from './attachPicture';
import { endTransitions } from './endTransitions';

/** The rules of axe whose answers depend on colours, and so on the theme. */
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block'];

/**
 * Fails with rule and elements where axe finds anything below the selector.
 * Leaves a picture of the page in the report.
 */
export async function expectNoAxeViolations(
  page: Page,
  rootSelector: string,
): Promise<void> {
  await expect(page.locator(rootSelector).first()).toBeVisible();
  await attachPicture(page);
  await expectNothing(checkBelow(page, rootSelector));
}

/** `expectNoAxeViolations`, and `expectReadableInTheDark` beside it. */
export async function expectNoAxeViolationsInBothThemes(
  page: Page,
  rootSelector: string,
): Promise<void> {
  await expectNoAxeViolations(page, rootSelector);
  await expectReadableInTheDark(page, rootSelector);
}

/**
 * Gives Backstage UI the colours of the dark theme for a moment, and fails
 * where a text below the selector is hard to read in them. Loads nothing anew
 * and closes nothing, as a switch of the theme would.
 */
export async function expectReadableInTheDark(
  page: Page,
  rootSelector: string,
): Promise<void> {
  await paint(page, 'dark');
  await expectReadable(page, rootSelector);
  await paint(page, 'light');
}

/** The part of `expectNoAxeViolations` whose answer depends on the theme. */
export async function expectReadable(
  page: Page,
  rootSelector: string,
): Promise<void> {
  await expectNothing(
    checkBelow(page, rootSelector).withRules(RULES_OF_COLOUR),
  );
}

/** Our pages hold no frames. What looks into them opens a page of its own each time, to put together what it found there. */
function checkBelow(page: Page, rootSelector: string): AxeBuilder {
  return new AxeBuilder({ page }).include(rootSelector).setLegacyMode();
}

async function paint(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page
    .locator('body')
    .evaluate(
      (body, mode) => body.setAttribute('data-theme-mode', mode),
      theme,
    );
  await endTransitions(page);
}

async function expectNothing(builder: AxeBuilder): Promise<void> {
  const { violations } = await builder.analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    rule: id,
    help,
    elements: nodes.map(node => node.html),
  }));
  expect(found).toEqual([]);
}
