import { Knex } from 'knex';
import { ChangeRow } from '../tables';
import { ChangeOfScans, saveChange } from './saveChange';

/** What postures are judged by at the moment. */
export interface JudgingVersions {
  readonly library: string;
  /** Versions of the profiles by their ids. */
  readonly profiles: Readonly<Record<string, string>>;
}

interface Version {
  readonly what: Extract<ChangeOfScans, 'libraryChanged' | 'profileChanged'>;
  readonly ref?: string;
  readonly version: string;
}

/**
 * Writes down where the library or a profile is another one than the last that was written down.
 * The first one has nothing that it comes from.
 */
export async function noteVersions(
  knex: Knex,
  { library, profiles }: JudgingVersions,
  now: number,
): Promise<void> {
  const versions: readonly Version[] = [
    { what: 'libraryChanged', version: library },
    ...Object.entries(profiles).map<Version>(([ref, version]) => ({
      what: 'profileChanged',
      ref,
      version,
    })),
  ];
  for (const version of versions) {
    const last = await lastOf(knex, version);
    if (last?.to !== version.version)
      await knex.transaction(transaction =>
        noteVersion(transaction, version, now),
      );
  }
}

/** Of two replicas that see a new version at the same time the second waits for the first, and finds it written down. */
async function noteVersion(
  transaction: Knex.Transaction,
  version: Version,
  now: number,
): Promise<void> {
  await lastOf(transaction, version).forUpdate();
  const last = await lastOf(transaction, version);
  if (last?.to === version.version) return;
  await saveChange(transaction, {
    at: now,
    what: version.what,
    ...(version.ref ? { ref: version.ref } : {}),
    ...(last?.to ? { from: last.to } : {}),
    to: version.version,
  });
}

function lastOf(
  knex: Knex,
  { what, ref }: Version,
): Knex.QueryBuilder<ChangeRow, ChangeRow | undefined> {
  return knex<ChangeRow>('changes')
    .where({ what, ref: ref ?? null })
    .orderBy('id', 'desc')
    .first();
}
