import type { Locator, Page } from '@playwright/test';
import { POSTURE_ROOT } from '../postureRoot';
import { signIn, type DemoPersonName } from '../signIn';

/** The board's list of all services. */
export class ServicesPage {
  static readonly path = '/security-posture/services';

  readonly root: Locator;
  readonly table: Locator;
  readonly services: Locator;
  readonly search: Locator;
  readonly readiness: Locator;

  constructor(readonly page: Page) {
    this.root = page.locator(POSTURE_ROOT);
    this.table = this.root.getByRole('table', { name: /^Services/ });
    this.services = this.table.getByRole('rowheader');
    this.search = this.root.getByRole('searchbox', { name: 'Search services' });
    this.readiness = this.root
      .getByRole('search')
      .getByRole('button', { name: /Readiness$/ });
  }

  /** Signs in on the address of the page: a cold load. */
  static async open(
    page: Page,
    person: DemoPersonName,
    query: string = '',
  ): Promise<ServicesPage> {
    await signIn(page, person, `${ServicesPage.path}${query}`);
    return new ServicesPage(page);
  }

  /** The link to a service. */
  service(name: string): Locator {
    return this.services.getByRole('link', { name, exact: true });
  }
}
