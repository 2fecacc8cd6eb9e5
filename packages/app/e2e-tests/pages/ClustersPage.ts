import type { Locator, Page } from '@playwright/test';
import { POSTURE_ROOT } from '../postureRoot';
import { signIn, type DemoPersonName } from '../signIn';

/** The board's page of clusters, and the page of one of them. */
export class ClustersPage {
  readonly root: Locator;
  readonly table: Locator;
  readonly matrix: Locator;

  constructor(readonly page: Page) {
    this.root = page.locator(POSTURE_ROOT).first();
    this.table = this.root.getByRole('table', {
      name: /^Clusters with their state/,
    });
    this.matrix = this.root.getByRole('table', {
      name: 'Subjects that fail a control, by cluster',
    });
  }

  static readonly path = '/security-posture/clusters';

  static pathOf(cluster: string, query = ''): string {
    return `${ClustersPage.path}/${cluster}${query}`;
  }

  /** Signs in on an address below the clusters: a cold load. */
  static async open(
    page: Page,
    person: DemoPersonName,
    path: string = ClustersPage.path,
  ): Promise<ClustersPage> {
    await signIn(page, person, path);
    return new ClustersPage(page);
  }
}
