import { expect, type Page, type ViewportSize } from '@playwright/test';
import { endTransitions } from './endTransitions';

/** Narrower than this, in CSS pixels, the portal has its sidebar below the page: the breakpoint `sm` of Material UI. */
const SIDEBAR_BESIDE = 600;

/** Gives the window another size, and the page the room that the portal's sidebar leaves it there, into which it slides. */
export async function resizeWindow(
  page: Page,
  size: ViewportSize,
): Promise<void> {
  await page.setViewportSize(size);
  await expect(page.getByTestId('mobile-sidebar-root')).toBeVisible({
    visible: size.width < SIDEBAR_BESIDE,
  });
  await endTransitions(page);
}
