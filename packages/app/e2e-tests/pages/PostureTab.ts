import type { Locator, Page } from '@playwright/test';
import { POSTURE_ROOT } from '../postureRoot';
import { signIn, type DemoPersonName } from '../signIn';

/** The Security posture tab of a service. */
export class PostureTab {
  readonly root: Locator;
  readonly verdict: Locator;
  readonly rescan: Locator;
  readonly fixFirst: Locator;
  readonly findings: Locator;
  readonly clusters: Locator;
  readonly mapping: Locator;

  constructor(readonly page: Page) {
    this.root = page.locator(POSTURE_ROOT);
    this.verdict = this.root.getByRole('heading', { level: 2 }).first();
    this.rescan = this.root.getByRole('button', { name: 'Rescan' });
    this.fixFirst = this.root.getByRole('region', { name: 'Fix first' });
    this.findings = this.root.getByRole('region', {
      name: /^\d+ (open findings?|notes?)\b/,
    });
    this.clusters = this.root.getByRole('region', { name: 'Clusters' });
    this.mapping = this.root.getByRole('region', { name: 'Mapping' });
  }

  static pathOf(service: string, query: string = ''): string {
    return `/catalog/default/component/${service}/security-posture${query}`;
  }

  /** Signs in on the address of the tab: a cold load. */
  static async open(
    page: Page,
    person: DemoPersonName,
    service: string,
    query: string = '',
  ): Promise<PostureTab> {
    await signIn(page, person, PostureTab.pathOf(service, query));
    return new PostureTab(page);
  }

  /** One of the facts below the verdict, by its term. */
  fact(term: string): Locator {
    return this.root.locator('dl > div', {
      has: this.page.getByText(term, { exact: true }),
    });
  }

  /** When the oldest cluster of the service was last scanned, as an ISO time. */
  lastScan(): Promise<string | null> {
    return this.fact('Last complete scan')
      .locator('time')
      .getAttribute('datetime');
  }

  /** The button that opens and closes a row of the findings. */
  row(title: string): Locator {
    return this.findings
      .getByRole('rowheader')
      .getByRole('button', { name: title, exact: true });
  }

  /** The buttons of all rows, in their order. */
  get rows(): Locator {
    return this.findings.locator('th > button[aria-expanded]');
  }

  /** What is said of scans, politely. */
  said(words: string | RegExp): Locator {
    return this.root.getByRole('status').filter({ hasText: words });
  }

  /** Chooses from one of the fields above the findings. */
  async filter(label: string, choice: string): Promise<void> {
    await this.findings
      .getByRole('button', { name: new RegExp(`${label}$`) })
      .click();
    await this.page.getByRole('option', { name: choice, exact: true }).click();
  }
}
