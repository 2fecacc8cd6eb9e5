import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { DataTables, DEFAULT_TABLES } from 'security-posture-engine';
import { readTable } from './readTable';
import { TableName, TableSources } from './readTableSources';

/**
 * The data tables that this site judges by: the library's own, but for those that it brings along.
 * One that cannot be used is logged, and the last good one goes on: its age shows in the verdicts.
 */
export class SiteTables {
  private tables: DataTables = DEFAULT_TABLES;

  constructor(
    private readonly sources: TableSources,
    private readonly logger: Pick<LoggerService, 'info' | 'error'>,
  ) {}

  /** The tables as they are now. */
  get current(): DataTables {
    return this.tables;
  }

  /** Reads what the site brings along, now and once a day on every replica. */
  async start(scheduler: SchedulerService): Promise<void> {
    if (Object.keys(this.sources).length === 0) return;
    await this.refresh();
    await scheduler.scheduleTask({
      id: 'read-data-tables',
      scope: 'local',
      frequency: { days: 1 },
      initialDelay: { days: 1 },
      timeout: { minutes: 10 },
      fn: () => this.refresh(),
    });
  }

  /** Reads all of them again. */
  async refresh(): Promise<void> {
    const names = Object.keys(this.sources) as TableName[];
    await Promise.all(names.map(name => this.refreshTable(name)));
  }

  private async refreshTable(name: TableName): Promise<void> {
    const source = this.sources[name]!;
    const key = `securityPosture.data.${name}`;
    try {
      const table = await readTable(name, source);
      this.tables = { ...this.tables, [name]: table };
      this.logger.info(`${key}: judging by ${source} of ${table.asOf}`);
    } catch (error) {
      const { asOf } = this.tables[name];
      this.logger.error(
        `${key}: ${source} ${stringifyError(
          error,
        )}; judging on by the table of ${asOf}`,
      );
    }
  }
}
