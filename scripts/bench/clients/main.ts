import { readInput, tell } from '../childProcess';
import { askSteadily, Answer } from './askSteadily';

/** Rounds in which the routes take turns, so that what changes in the portal meanwhile meets all of them alike. */
const ROUNDS = 4;

/** Seconds that each route is asked for before anything is kept. */
const WARM_UP = 5;

/** What the process of the clients is started with. */
export interface ClientsInput {
  readonly baseUrl: string;
  readonly token: string;
  /** Paths by the name of their route, asked for in turn. */
  readonly routes: Readonly<Record<string, readonly string[]>>;
  /** Requests a second. */
  readonly rate: number;
  /** Seconds that each route is asked for. */
  readonly seconds: number;
}

/** Answers by the name of their route. */
export type ClientsOutput = Readonly<Record<string, readonly Answer[]>>;

/** Asks the portal as so many users at once would: at fixed times, whether or not the answers before have come. */
async function main(): Promise<void> {
  const input = await readInput<ClientsInput>();
  const routes = Object.entries(input.routes);
  for (const [, paths] of routes) await askSteadily(input, paths, WARM_UP);
  const answers = new Map<string, Answer[]>();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, paths] of routes) {
      const some = await askSteadily(input, paths, input.seconds / ROUNDS);
      answers.set(name, [...(answers.get(name) ?? []), ...some]);
    }
  }
  tell(Object.fromEntries(answers) satisfies ClientsOutput);
}

main().catch(error => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
});
