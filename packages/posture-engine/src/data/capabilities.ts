/**
 * Capabilities that a container may add at level baseline: those that runtimes give by default, less NET_RAW.
 * Source: Kubernetes Pod Security Standards, baseline, "Capabilities".
 */
export const BASELINE_CAPABILITIES: ReadonlySet<string> = new Set([
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
]);

/**
 * The one capability that a container may add at level restricted.
 * Source: Kubernetes Pod Security Standards, restricted, "Capabilities".
 */
export const RESTRICTED_CAPABILITY = 'NET_BIND_SERVICE';

/**
 * Capabilities that alone lead out of a container.
 * Source: capabilities(7), Linux man-pages; ALL is Kubernetes' word for every one of them.
 */
export const ESCAPING_CAPABILITIES: ReadonlySet<string> = new Set([
  'ALL',
  'SYS_ADMIN',
  'SYS_MODULE',
  'SYS_PTRACE',
  'SYS_RAWIO',
  'BPF',
  'DAC_READ_SEARCH',
]);

const PREFIX = 'CAP_';

/** A capability as the kernel means it: upper case, without the prefix `CAP_`. */
export function plainCapability(name: string): string {
  const upper = name.toUpperCase();
  return upper.startsWith(PREFIX) ? upper.slice(PREFIX.length) : upper;
}
