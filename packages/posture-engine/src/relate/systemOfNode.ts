import { NodeInfo } from './nodeInfo';

/** A line of releases of an operating system, as the table of support dates names it. */
export interface SystemLine {
  readonly product: string;
  readonly cycle: string;
}

type Naming = readonly [pattern: RegExp, product: string];

/** How systems name themselves in `PRETTY_NAME` of their os-release, which is what a kubelet reports as osImage. */
const NAMINGS: readonly Naming[] = [
  [/^Ubuntu (\d{2}\.\d{2})\b/, 'ubuntu'],
  [/^Debian GNU\/Linux (\d{1,2})\b/, 'debian'],
  [/^Amazon Linux (\d{1,4})\b/, 'amazon-linux'],
  [/^Red Hat Enterprise Linux CoreOS (\d{1,2})\./, 'rhel'],
  [/^Red Hat Enterprise Linux (?:Server )?(\d{1,2})\b/, 'rhel'],
  [/^Rocky Linux (\d{1,2})\b/, 'rocky-linux'],
  [/^AlmaLinux (\d{1,2})\b/, 'almalinux'],
  [/^Oracle Linux Server (\d{1,2})\b/, 'oracle-linux'],
  [/^CentOS Stream (\d{1,2})\b/, 'centos-stream'],
  [/^CentOS Linux (\d{1,2})\b/, 'centos'],
  [/^(?:Microsoft )?Azure Linux (\d\.\d)\b/, 'azure-linux'],
  [/^Windows Server (20\d{2})\b/, 'windows-server'],
];

/** Until 4.18, CoreOS of OpenShift counts as OpenShift does: `418.94.2025…` is 4.18. */
const OPENSHIFT = /^Red Hat Enterprise Linux CoreOS 4(\d{2})\./;
/** Both versions of it are over; the later one goes by the same name. */
const MARINER = /^CBL-Mariner\/Linux/;
/** Windows Server without a year, by its build. */
const WINDOWS_BUILDS: Readonly<Record<string, string>> = {
  '10.0.25398': '23h2-ac',
  '10.0.19042': '20h2-sac',
  '10.0.19041': '2004-sac',
  '10.0.18363': '1909-sac',
  '10.0.18362': '1903-sac',
};

/** The system that a node reports; undefined where its name tells no line that has support dates. */
export function systemOfNode({
  osImage = '',
  kernelVersion = '',
}: Pick<NodeInfo, 'osImage' | 'kernelVersion'>): SystemLine | undefined {
  const openShift = OPENSHIFT.exec(osImage);
  if (openShift)
    return { product: 'red-hat-openshift', cycle: `4.${Number(openShift[1])}` };
  if (MARINER.test(osImage)) return { product: 'azure-linux', cycle: '2.0' };
  for (const [pattern, product] of NAMINGS) {
    const cycle = pattern.exec(osImage)?.[1];
    if (cycle !== undefined) return { product, cycle };
  }
  return osImage.startsWith('Windows Server')
    ? windowsByBuild(kernelVersion)
    : undefined;
}

function windowsByBuild(kernelVersion: string): SystemLine | undefined {
  const build = kernelVersion.split('.').slice(0, 3).join('.');
  return Object.prototype.hasOwnProperty.call(WINDOWS_BUILDS, build)
    ? { product: 'windows-server', cycle: WINDOWS_BUILDS[build] }
    : undefined;
}
