import { DEFAULT_TABLES } from './defaultTables';
import { isSafeSysctl } from './safeSysctls';

describe('isSafeSysctl', () => {
  it.each([
    ['kernel.shm_rmid_forced', 20, true],
    ['net.ipv4.ip_local_reserved_ports', 26, false],
    ['net.ipv4.ip_local_reserved_ports', 27, true],
    ['net.ipv4.tcp_keepalive_time', 28, false],
    ['net.ipv4.tcp_keepalive_time', 29, true],
    ['net.ipv4.tcp_rmem', 31, false],
    ['net.ipv4.tcp_rmem', 32, true],
    ['net.ipv4.tcp_notsent_lowat', 36, false],
    ['net.ipv4.tcp_notsent_lowat', 37, true],
    ['net/ipv4/tcp_syncookies', 36, false],
    ['toString', 36, false],
  ])('%s at 1.%d: %s', (name, minor, safe) => {
    expect(isSafeSysctl(DEFAULT_TABLES.safeSysctls, name, minor)).toBe(safe);
  });
});
