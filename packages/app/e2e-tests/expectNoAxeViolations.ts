import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Fails with rule and elements where axe finds anything below the selector. */
export async function expectNoAxeViolations(
  page: Page,
  rootSelector: string,
): Promise<void> {
  await expect(page.locator(rootSelector).first()).toBeVisible();
  const { violations } = await new AxeBuilder({ page })
    .include(rootSelector)
    .analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    rule: id,
    help,
    elements: nodes.map(node => node.html),
  }));
  expect(found).toEqual([]);
}
