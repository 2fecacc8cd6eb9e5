import type { Page } from '@playwright/test';

/** Everything that the page asks of the plugin's backend from now on. */
export function watchRequests(page: Page): string[] {
  const seen: string[] = [];
  page.on('request', request => {
    const { pathname, search } = new URL(request.url());
    if (pathname.startsWith('/api/security-posture/')) {
      seen.push(`${request.method()} ${pathname}${search}`);
    }
  });
  return seen;
}
