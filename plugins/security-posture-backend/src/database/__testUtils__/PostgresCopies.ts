import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import createKnex, { Knex } from 'knex';
import { migrationsDirectory } from '../migrate';

/** Any number: who makes the model holds it, so that it is made once. */
const LOCK = 20_261_122;

/**
 * Databases with all tables on a PostgreSQL of tests. Each is a copy of one
 * model, which the first who needs it makes: a copy takes a quarter of the
 * time of all migrations.
 */
export class PostgresCopies {
  private readonly server: Knex;
  private readonly copies: { name: string; knex: Knex }[] = [];

  /** @param url of the server, as a user who may make databases */
  constructor(private readonly url: string) {
    this.server = createKnex({
      client: 'pg',
      connection: url,
      pool: { min: 0, max: 1 },
    });
  }

  /** A new database with nothing in its tables. */
  async open(): Promise<Knex> {
    const model = modelName();
    await this.makeModel(model);
    const name = `copy_${randomBytes(8).toString('hex')}`;
    await this.server.raw('create database ?? template ??', [name, model]);
    const knex = this.connect(name);
    this.copies.push({ name, knex });
    return knex;
  }

  /** Takes all copies away. The model stays for whoever comes next. */
  async close(): Promise<void> {
    for (const { name, knex } of this.copies) {
      await knex.destroy();
      await this.server.raw('drop database if exists ?? with (force)', [name]);
    }
    await this.server.destroy();
  }

  private async makeModel(model: string): Promise<void> {
    if (await this.isThere(model)) return;
    await this.server.raw('select pg_advisory_lock(?)', [LOCK]);
    try {
      if (!(await this.isThere(model))) await this.migrateInto(model);
    } finally {
      await this.server.raw('select pg_advisory_unlock(?)', [LOCK]);
    }
  }

  /** Takes its name only when it is whole, so that nobody copies half of it. */
  private async migrateInto(model: string): Promise<void> {
    const unfinished = `${model}_unfinished`;
    await this.server.raw('drop database if exists ??', [unfinished]);
    await this.server.raw('create database ??', [unfinished]);
    const knex = this.connect(unfinished);
    try {
      await knex.migrate.latest({ directory: migrationsDirectory() });
    } finally {
      await knex.destroy();
    }
    await this.server.raw('alter database ?? rename to ??', [
      unfinished,
      model,
    ]);
  }

  private async isThere(name: string): Promise<boolean> {
    const found = await this.server('pg_database').where('datname', name);
    return found.length > 0;
  }

  private connect(database: string): Knex {
    const url = new URL(this.url);
    url.pathname = database;
    return createKnex({ client: 'pg', connection: url.href });
  }
}

/** Other migrations have another model. */
function modelName(): string {
  const hash = createHash('sha256');
  const directory = migrationsDirectory();
  for (const file of readdirSync(directory).sort())
    hash.update(readFileSync(join(directory, file)));
  return `model_${hash.digest('hex').slice(0, 16)}`;
}
