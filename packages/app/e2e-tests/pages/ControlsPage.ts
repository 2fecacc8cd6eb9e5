import type { Locator, Page } from '@playwright/test';
import { POSTURE_ROOT } from '../postureRoot';
import { signIn, type DemoPersonName } from '../signIn';

/** The board's list of controls, and the page of each. */
export class ControlsPage {
  static readonly path = '/security-posture/controls';

  readonly root: Locator;
  readonly verdict: Locator;
  readonly rows: Locator;

  constructor(readonly page: Page) {
    this.root = page.locator(POSTURE_ROOT);
    this.verdict = this.root.getByRole('heading', {
      name: /^\d+ of \d+ controls that were judged fail$/,
    });
    this.rows = this.root.getByRole('rowheader');
  }

  /** Path of the page of a control. */
  static pathOf(id: string): string {
    return `${ControlsPage.path}/${id}`;
  }

  /** Signs in on the address of a page: a cold load. */
  static async open(
    page: Page,
    person: DemoPersonName,
    path: string = ControlsPage.path,
  ): Promise<ControlsPage> {
    await signIn(page, person, path);
    return new ControlsPage(page);
  }
}
