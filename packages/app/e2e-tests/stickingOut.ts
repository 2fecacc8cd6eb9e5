import type { Locator } from '@playwright/test';

/** Elements that end right of a root or are wider than it, but for those inside what scrolls by itself or is there for readers of the screen only. */
export async function stickingOut(roots: Locator): Promise<string[]> {
  const found = await Promise.all(
    (await roots.all()).map(root => root.evaluate(stickingOutOf)),
  );
  return found.flat();
}

function stickingOutOf(root: Element): string[] {
  const { left, right } = root.getBoundingClientRect();
  const holds = (each: Element): boolean =>
    ['auto', 'scroll'].includes(getComputedStyle(each).overflowX) ||
    each.getBoundingClientRect().width <= 1;
  const scrolls = (each: Element): boolean =>
    each !== root && (holds(each) || scrolls(each.parentElement!));
  return [...root.querySelectorAll('*')]
    .filter(each => {
      const box = each.getBoundingClientRect();
      return (
        box.width > 1 &&
        (box.right > right + 1 || box.left < left - 1) &&
        !scrolls(each.parentElement!)
      );
    })
    .map(each => each.outerHTML.slice(0, 200));
}
