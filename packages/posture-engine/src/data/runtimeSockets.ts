import { DataTable, RuntimeSockets } from '../model/dataTables';

/** Places at which container runtimes take orders. */
export interface RuntimePlaces {
  /** Normalised node paths, with /run for /var/run. */
  readonly sockets: readonly string[];
  /** File names that only a runtime's socket has, wherever it lies. */
  readonly names: ReadonlySet<string>;
  /** Named pipes on Windows, in lower case. */
  readonly pipes: ReadonlySet<string>;
}

const known = new WeakMap<DataTable<RuntimeSockets>, RuntimePlaces>();

/** The places of a table. The same table gives the same places. */
export function runtimePlaces(table: DataTable<RuntimeSockets>): RuntimePlaces {
  let places = known.get(table);
  if (!places) {
    places = placesOf(table);
    known.set(table, places);
  }
  return places;
}

function placesOf({ rows }: DataTable<RuntimeSockets>): RuntimePlaces {
  const sockets = rows.flatMap(row => row.sockets);
  return {
    sockets,
    names: new Set(
      sockets.map(socket => socket.slice(socket.lastIndexOf('/') + 1)),
    ),
    pipes: new Set(rows.flatMap(({ pipes = [] }) => pipes)),
  };
}
