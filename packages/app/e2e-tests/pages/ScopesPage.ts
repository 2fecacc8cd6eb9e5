import type { Locator, Page } from '@playwright/test';
import { POSTURE_ROOT } from '../postureRoot';
import { signIn, type DemoPersonName } from '../signIn';

/** The board's page of teams, of systems or of domains. */
export class ScopesPage {
  readonly root: Locator;
  readonly verdict: Locator;
  readonly table: Locator;
  readonly matrix: Locator;
  readonly search: Locator;

  constructor(readonly page: Page, title: 'Teams' | 'Systems' | 'Domains') {
    this.root = page.locator(POSTURE_ROOT);
    this.verdict = this.root.getByRole('heading', {
      name: /a critical finding open$/,
    });
    this.table = this.root.getByRole('table', { name: title, exact: true });
    this.matrix = this.root.getByRole('table', {
      name: /^Services that fail a control/,
    });
    this.search = this.root.getByRole('searchbox', {
      name: `Search ${title.toLowerCase()}`,
    });
  }

  static pathOf(page: 'teams' | 'systems' | 'domains', query = ''): string {
    return `/security-posture/${page}${query}`;
  }

  /** Signs in on the address of the teams: a cold load. */
  static async openTeams(
    page: Page,
    person: DemoPersonName,
    query: string = '',
  ): Promise<ScopesPage> {
    await signIn(page, person, ScopesPage.pathOf('teams', query));
    return new ScopesPage(page, 'Teams');
  }

  /** The row of a team, system or domain. */
  row(name: string): Locator {
    return this.table.getByRole('row').filter({
      has: this.page
        .getByRole('rowheader')
        .getByRole('link', { name, exact: true }),
    });
  }
}
