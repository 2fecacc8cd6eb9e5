import type { Locator, Page } from '@playwright/test';
import { POSTURE_ROOT } from '../postureRoot';
import { signIn, type DemoPersonName } from '../signIn';

/** The register of exemptions on the board. */
export class ExemptionsPage {
  static readonly path = '/security-posture/exemptions';

  readonly root: Locator;

  constructor(readonly page: Page) {
    this.root = page.locator(POSTURE_ROOT).first();
  }

  static async open(
    page: Page,
    person: DemoPersonName,
    query: string = '',
  ): Promise<ExemptionsPage> {
    await signIn(page, person, ExemptionsPage.path + query);
    return new ExemptionsPage(page);
  }

  /** The row of what a service asks for. */
  rowOf(service: string): Locator {
    return this.root.getByRole('row').filter({ hasText: service }).first();
  }

  part(name: string): Locator {
    return this.root.getByRole('button', { name: new RegExp(`^${name}`) });
  }
}
