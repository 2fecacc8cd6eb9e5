import type { Locator, Page } from '@playwright/test';
import { POSTURE_ROOT } from '../postureRoot';
import { signIn, type DemoPersonName } from '../signIn';

/** The Security posture tab of a group, system or domain. */
export class ScopeTab {
  readonly root: Locator;
  readonly verdict: Locator;
  readonly members: Locator;

  constructor(readonly page: Page) {
    this.root = page.locator(POSTURE_ROOT);
    this.verdict = this.root.getByRole('heading', {
      name: /services? (is|are) ready for production$/,
    });
    this.members = this.root
      .getByRole('region', { name: 'Services, worst first' })
      .getByRole('rowheader');
  }

  static pathOf(kind: string, name: string, query = ''): string {
    return `/catalog/default/${kind}/${name}/security-posture${query}`;
  }

  /** Signs in on the address of the tab: a cold load. */
  static async open(
    page: Page,
    person: DemoPersonName,
    kind: string,
    name: string,
    query?: string,
  ): Promise<ScopeTab> {
    await signIn(page, person, ScopeTab.pathOf(kind, name, query));
    return new ScopeTab(page);
  }
}
