import type { Locator, Page } from '@playwright/test';
import { POSTURE_ROOT } from '../postureRoot';
import { signIn, type DemoPersonName } from '../signIn';

/** The board's explorer of all findings. */
export class FindingsPage {
  static readonly path = '/security-posture/findings';

  readonly root: Locator;
  readonly total: Locator;
  readonly table: Locator;
  readonly rows: Locator;
  readonly views: Locator;
  readonly panel: Locator;

  constructor(readonly page: Page) {
    this.root = page.locator(POSTURE_ROOT);
    this.total = this.root.getByRole('heading', { name: /^\d+ findings?$/ });
    this.table = this.root.getByRole('table', { name: 'Findings' });
    this.rows = this.table.getByRole('rowheader');
    this.views = this.root.getByRole('navigation', { name: 'Views' });
    this.panel = page.getByRole('dialog');
  }

  /** Signs in on the address of the page: a cold load. */
  static async open(
    page: Page,
    person: DemoPersonName,
    query: string = '',
  ): Promise<FindingsPage> {
    await signIn(page, person, `${FindingsPage.path}${query}`);
    return new FindingsPage(page);
  }

  /** How many findings there are over all pages. */
  async count(): Promise<number> {
    return Number.parseInt((await this.total.textContent()) ?? '', 10);
  }

  /** Chooses a value of a filter above the list. */
  async filter(name: string, value: string): Promise<void> {
    await this.root
      .getByRole('search')
      .getByRole('button', { name: new RegExp(`${name}$`) })
      .click();
    await this.page.getByRole('option', { name: value, exact: true }).click();
  }
}
