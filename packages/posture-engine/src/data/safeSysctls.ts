/**
 * Sysctls that Pod Security Admission allows, by the minor of Kubernetes 1.x from which it does.
 * Source: Kubernetes, Pod Security Standards, "Sysctls".
 */
const SAFE_SINCE: Readonly<Record<string, number>> = {
  'kernel.shm_rmid_forced': 0,
  'net.ipv4.ip_local_port_range': 0,
  'net.ipv4.ip_unprivileged_port_start': 0,
  'net.ipv4.tcp_syncookies': 0,
  'net.ipv4.ping_group_range': 0,
  'net.ipv4.ip_local_reserved_ports': 27,
  'net.ipv4.tcp_keepalive_time': 29,
  'net.ipv4.tcp_fin_timeout': 29,
  'net.ipv4.tcp_keepalive_intvl': 29,
  'net.ipv4.tcp_keepalive_probes': 29,
  'net.ipv4.tcp_rmem': 32,
  'net.ipv4.tcp_wmem': 32,
  'net.ipv4.tcp_slow_start_after_idle': 37,
  'net.ipv4.tcp_notsent_lowat': 37,
};

/** True where this version of Kubernetes counts the sysctl as safe. Names are compared exactly, as Admission does. */
export function isSafeSysctl(name: string, minor: number): boolean {
  return (
    Object.prototype.hasOwnProperty.call(SAFE_SINCE, name) &&
    SAFE_SINCE[name] <= minor
  );
}
