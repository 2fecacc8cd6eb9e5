import type { Locator, Page } from '@playwright/test';
import { POSTURE_ROOT } from '../postureRoot';
import { signIn, type DemoPersonName } from '../signIn';

/** The page of all services. */
export class OrganisationPage {
  static readonly path = '/security-posture';

  readonly root: Locator;
  readonly verdict: Locator;
  readonly table: Locator;
  readonly services: Locator;
  readonly search: Locator;
  readonly readiness: Locator;

  constructor(readonly page: Page) {
    this.root = page.locator(POSTURE_ROOT);
    this.verdict = this.root.getByText(/services? (is|are) ready for/);
    this.table = this.root.getByRole('grid', { name: 'Services, worst first' });
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
  ): Promise<OrganisationPage> {
    await signIn(page, person, `${OrganisationPage.path}${query}`);
    return new OrganisationPage(page);
  }

  /** The link to a service. */
  service(name: string): Locator {
    return this.services.getByRole('link', { name, exact: true });
  }
}
