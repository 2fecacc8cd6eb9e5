import { DataTables } from '../model/dataTables';
import { Inventory } from '../model/inventory';
import { parseVersion } from '../read/version';
import { supportOfMinor } from '../relate/supportOfMinor';
import { lineOfSupport, RunningLine } from './RunningLine';

/** What a cluster shows of itself. */
export interface DescribedCluster {
  /** Name of the distribution or managed service that it positively shows itself to be. */
  readonly provider?: string;
  /** True where that provider runs the control plane and shows none of it. */
  readonly managed?: true;
  /** The version of its API server. */
  readonly kubernetes?: RunningLine;
}

/** What a cluster shows of itself; nothing where its version cannot be read. */
export function describeCluster(
  { serverVersion, supporting: { nodes } }: Inventory,
  tables: DataTables,
  now: number,
): DescribedCluster {
  const version =
    serverVersion === undefined ? undefined : parseVersion(serverVersion);
  if (!version) return {};
  const [major, minor] = version.numbers;
  const marks = {
    serverVersion,
    nodes: nodes.read ? nodes.items : undefined,
  };
  const { provider, support } = supportOfMinor(minor, marks, tables, now);
  return {
    ...(provider ? { provider: provider.name } : {}),
    ...(provider?.managedControlPlane ? { managed: true as const } : {}),
    kubernetes: lineOfSupport(`${major}.${minor}`, support),
  };
}
