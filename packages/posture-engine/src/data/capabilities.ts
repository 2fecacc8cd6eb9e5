import { Capability, DataTable } from '../model/dataTables';

/** Names of capabilities by what they mean for a container that adds them. */
export interface CapabilityNames {
  /** Those that a container may add at level baseline: what runtimes give by default, less NET_RAW. */
  readonly baseline: ReadonlySet<string>;
  /** Those that alone lead out of a container. */
  readonly escape: ReadonlySet<string>;
}

const known = new WeakMap<DataTable<Capability>, CapabilityNames>();

/** The names of a table. The same table gives the same sets. */
export function capabilityNames(table: DataTable<Capability>): CapabilityNames {
  let names = known.get(table);
  if (!names) {
    names = {
      baseline: namesOf(table, 'baseline'),
      escape: namesOf(table, 'escape'),
    };
    known.set(table, names);
  }
  return names;
}

function namesOf(
  { rows }: DataTable<Capability>,
  risk: Capability['risk'],
): ReadonlySet<string> {
  return new Set(rows.filter(row => row.risk === risk).map(({ name }) => name));
}

/**
 * The one capability that a container may add at level restricted.
 * Source: Kubernetes Pod Security Standards, restricted, "Capabilities".
 */
export const RESTRICTED_CAPABILITY = 'NET_BIND_SERVICE';

const PREFIX = 'CAP_';

/** A capability as the kernel means it: upper case, without the prefix `CAP_`. */
export function plainCapability(name: string): string {
  const upper = name.toUpperCase();
  return upper.startsWith(PREFIX) ? upper.slice(PREFIX.length) : upper;
}
