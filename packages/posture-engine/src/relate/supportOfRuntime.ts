import { Support, supportOf } from '../data/supportDates';
import { DataTables } from '../model/dataTables';
import { KubernetesObject } from '../model/kubernetesObject';
import { Version } from '../read/version';
import { supportOfMinor } from './supportOfMinor';

/** Docker Engine counted months until 20.10: `19.03`. */
const DOCKER_WITH_MONTHS = 20;

/**
 * How long a container runtime of a node is supported; undefined where the table does not have it.
 * CRI-O has the versions of Kubernetes, and is supported as long as the minor of its number (cri-o.io, release policy).
 */
export function supportOfRuntime(
  { name, version }: { readonly name: string; readonly version: Version },
  node: KubernetesObject,
  tables: DataTables,
  now: number,
): Support | undefined {
  const [major, minor] = version.numbers;
  const { supportDates } = tables;
  switch (name) {
    case 'containerd':
      return supportOf(supportDates, name, `${major}.${minor}`, now);
    case 'docker':
      return (
        supportOf(supportDates, 'docker-engine', `${major}`, now) ??
        supportOf(supportDates, 'docker-engine', dockerLine(major, minor), now)
      );
    case 'cri-o':
      return supportOfMinor(
        minor,
        { serverVersion: undefined, nodes: [node] },
        tables,
        now,
      ).support;
    default:
      return undefined;
  }
}

function dockerLine(major: number, minor: number): string {
  return major < DOCKER_WITH_MONTHS
    ? `${major}.${String(minor).padStart(2, '0')}`
    : `${major}.${minor}`;
}
