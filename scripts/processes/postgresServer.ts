const VARIABLE = 'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';

/** URL of the PostgreSQL that tests run on. Throws where the environment names none. */
export function postgresServer(): string {
  const url = process.env[VARIABLE];
  if (!url) throw new Error(`${VARIABLE} names no PostgreSQL`);
  return url;
}
