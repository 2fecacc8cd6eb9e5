import { ControlPlaneComponent } from '../../data/flagRule';
import { unlessMalformed } from '../../kit/unlessMalformed';
import { KubernetesObject } from '../../model/kubernetesObject';
import { DAY, dayOf } from '../../read/dates';
import { ControlPlaneReport, controlPlaneReport } from '../../read/hostData';
import { memoByList } from '../memo';
import { flagsOf } from './commandLine';
import { FlaggedProgram, FlagSource } from './flagSource';

/** The sensor writes every few hours; what is older is not gone by. */
const FRESH_FOR = 7 * DAY;
const PATH = 'ControlPlaneInfo';

/** What Kubescape's sensor says of the nodes of the control plane; reports that cannot be parsed are left out. */
export const controlPlaneReports = memoByList(
  (reports: readonly KubernetesObject[]): readonly ControlPlaneReport[] =>
    reports.flatMap(
      report => unlessMalformed(() => controlPlaneReport(report)) ?? [],
    ),
);

/** True where a report of the sensor is new enough to go by at a time (epoch milliseconds). */
export function isFresh(
  { sensedAt }: ControlPlaneReport,
  now: number,
): boolean {
  return sensedAt !== undefined && now - sensedAt <= FRESH_FOR;
}

/** True where the sensor has been there, and nothing that it says is new enough. */
export function hasOnlyOldReports(
  reports: readonly KubernetesObject[] = [],
  now: number,
): boolean {
  const read = controlPlaneReports(reports);
  return read.length > 0 && !read.some(report => isFresh(report, now));
}

/** The flags of a component as Kubescape's sensor saw them on the command lines of its processes. The sensor does not look at etcd's. */
export function sensedFlags(
  reports: readonly KubernetesObject[] = [],
  component: ControlPlaneComponent,
  now: number,
): FlagSource | undefined {
  if (component === 'etcd') return undefined;
  const fresh = controlPlaneReports(reports).filter(
    report => report.commandLines[component] && isFresh(report, now),
  );
  if (fresh.length === 0) return undefined;
  const oldest = Math.min(...fresh.map(({ sensedAt = now }) => sensedAt));
  return {
    programs: fresh.map(({ node, commandLines }) =>
      programOf(node, commandLines[component] ?? ''),
    ),
    note: `from Kubescape's ControlPlaneInfo of ${dayOf(oldest)}`,
  };

  function programOf(node: string, commandLine: string): FlaggedProgram {
    const tokens = commandLine
      .split(/[\s\0]+/)
      .map(text => ({ text, path: PATH }));
    const flags = flagsOf(tokens);
    return {
      place: `Node ${node}`,
      name: `the ${component} of ${node}`,
      flags,
      unsetPath: PATH,
      mayBeSet: () => flags.has('openshift-config'),
    };
  }
}
