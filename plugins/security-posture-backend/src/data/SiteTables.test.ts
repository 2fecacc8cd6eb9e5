import { createServer, Server } from 'node:http';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SchedulerService } from '@backstage/backend-plugin-api';
import { DEFAULT_TABLES } from 'security-posture-engine';
import { readTable } from './readTable';
import { SiteTables } from './SiteTables';

const { supportDates } = DEFAULT_TABLES;
const OWN = { ...supportDates, asOf: '2026-11-20' };

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tables-'));
  path = join(folder, 'supportDates.json');
});

afterEach(() => rm(folder, { recursive: true }));

function siteTables(source = path) {
  const logger = { info: jest.fn(), error: jest.fn() };
  return { logger, tables: new SiteTables({ supportDates: source }, logger) };
}

describe('SiteTables', () => {
  it('judges by the tables of the library until it has read others', () => {
    expect(siteTables().tables.current).toBe(DEFAULT_TABLES);
  });

  it('takes the table that the site brings, and leaves the others', async () => {
    await writeFile(path, JSON.stringify(OWN));
    const { tables, logger } = siteTables();
    await tables.refresh();
    expect(tables.current.supportDates).toEqual(OWN);
    expect(tables.current.knownCves).toBe(DEFAULT_TABLES.knownCves);
    expect(logger.info).toHaveBeenCalledWith(
      `securityPosture.data.supportDates: judging by ${path} of 2026-11-20`,
    );
  });

  it.each([
    ['is not there', undefined, /TableError: cannot be read: .*ENOENT/],
    ['is no JSON', '{"asOf":', /TableError: is no JSON/],
    [
      'breaks its schema',
      JSON.stringify({ ...OWN, rows: [{ product: 'a' }] }),
      /breaks its schema: \/rows\/0 must have required property/,
    ],
    ['is huge', ' '.repeat(5_000_001), /is longer than 5000000 characters/],
  ])('goes on with the last good one where it %s', async (_, text, error) => {
    await writeFile(path, JSON.stringify(OWN));
    const { tables, logger } = siteTables();
    await tables.refresh();
    if (text === undefined) await rm(path);
    else await writeFile(path, text);
    await tables.refresh();
    expect(tables.current.supportDates).toEqual(OWN);
    expect(logger.error).toHaveBeenCalledTimes(1);
    const [message] = logger.error.mock.calls[0];
    expect(message).toMatch(error);
    expect(message).toMatch(/^securityPosture\.data\.supportDates: /);
    expect(message).toMatch(/; judging on by the table of 2026-11-20$/);
  });

  it('reads at the start and then once a day on every replica', async () => {
    await writeFile(path, JSON.stringify(OWN));
    const { tables } = siteTables();
    const scheduleTask = jest.fn();
    await tables.start({ scheduleTask } as unknown as SchedulerService);
    expect(tables.current.supportDates.asOf).toBe('2026-11-20');
    expect(scheduleTask).toHaveBeenCalledWith(
      expect.objectContaining({ scope: 'local', frequency: { days: 1 } }),
    );
  });

  it('schedules nothing where the site brings none', async () => {
    const scheduleTask = jest.fn();
    const tables = new SiteTables({}, { info: jest.fn(), error: jest.fn() });
    await tables.start({ scheduleTask } as unknown as SchedulerService);
    expect(scheduleTask).not.toHaveBeenCalled();
  });
});

describe('readTable', () => {
  let server: Server;

  afterEach(() => server?.close());

  it('does not speak to a server that cannot prove who it is', async () => {
    server = createServer((_, response) => response.end(JSON.stringify(OWN)));
    await new Promise<void>(resolve =>
      server.listen(0, '127.0.0.1', () => resolve()),
    );
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    await expect(
      readTable('supportDates', `https://127.0.0.1:${port}/a.json`),
    ).rejects.toThrow(/^cannot be read: /);
  });

  describe('over https', () => {
    const ADDRESS = 'https://mirror.example.com/a';
    const answering = (status: number, body: string) =>
      jest
        .spyOn(global, 'fetch')
        .mockResolvedValue(new Response(body, { status }));

    afterEach(() => jest.restoreAllMocks());

    it('fetches a table, and follows nobody elsewhere', async () => {
      const fetched = answering(200, JSON.stringify(OWN));
      expect(await readTable('supportDates', ADDRESS)).toEqual(OWN);
      expect(fetched).toHaveBeenCalledWith(
        ADDRESS,
        expect.objectContaining({ redirect: 'error' }),
      );
    });

    it.each([
      [404, '', 'cannot be read: the answer is 404'],
      [200, '<html>', 'is no JSON'],
    ])('says what is wrong with %i %s', async (status, body, error) => {
      answering(status, body);
      await expect(readTable('supportDates', ADDRESS)).rejects.toThrow(error);
    });
  });
});
