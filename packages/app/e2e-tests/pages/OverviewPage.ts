import type { Locator, Page } from '@playwright/test';
import { POSTURE_ROOT } from '../postureRoot';
import { signIn, type DemoPersonName } from '../signIn';

/** The first page of the board: how the organisation stands. */
export class OverviewPage {
  static readonly path = '/security-posture';

  readonly root: Locator;
  readonly verdict: Locator;

  constructor(readonly page: Page) {
    this.root = page.locator(POSTURE_ROOT);
    this.verdict = this.root.getByText(/services? (of .+ )?(is|are) ready for/);
  }

  /** Signs in on the address of the page: a cold load. */
  static async open(
    page: Page,
    person: DemoPersonName,
    query: string = '',
  ): Promise<OverviewPage> {
    await signIn(page, person, `${OverviewPage.path}${query}`);
    return new OverviewPage(page);
  }
}
