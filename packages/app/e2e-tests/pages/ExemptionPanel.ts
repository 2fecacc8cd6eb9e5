import type { Locator, Page } from '@playwright/test';

/** The panel at the side in which an exemption is asked for or decided on. */
export class ExemptionPanel {
  readonly dialog: Locator;

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog');
  }

  button(name: string | RegExp): Locator {
    return this.dialog.getByRole('button', { name });
  }

  /** Fills in the three steps and sends them. */
  async request(reason: string): Promise<void> {
    await this.button('Next: reason').click();
    await this.dialog
      .getByLabel('Category')
      .selectOption({ label: 'Being replaced' });
    await this.dialog
      .getByRole('textbox', { name: 'Reason', exact: true })
      .fill(reason);
    await this.button('Next: expiry').click();
    await this.button('Send request').click();
  }
}
