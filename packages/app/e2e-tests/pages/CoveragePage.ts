import type { Locator, Page } from '@playwright/test';
import { POSTURE_ROOT } from '../postureRoot';
import { signIn, type DemoPersonName } from '../signIn';

/** The board's page of what was not looked at. */
export class CoveragePage {
  static readonly path = '/security-posture/coverage';

  readonly root: Locator;
  readonly services: Locator;
  readonly unowned: Locator;

  constructor(readonly page: Page) {
    this.root = page.locator(POSTURE_ROOT);
    this.services = this.root.getByRole('table', {
      name: 'Services by what is known of them',
    });
    this.unowned = this.root.getByRole('table', {
      name: 'Workloads that belong to no service',
    });
  }

  /** Signs in on the address of the page: a cold load. */
  static async open(
    page: Page,
    person: DemoPersonName,
    query: string = '',
  ): Promise<CoveragePage> {
    await signIn(page, person, `${CoveragePage.path}${query}`);
    return new CoveragePage(page);
  }
}
