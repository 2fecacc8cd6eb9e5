import { Reach, TlsUseView } from 'backstage-plugin-security-posture-common';
import { ServiceExposure } from 'security-posture-engine';
import { ExposureFacts, ExposurePart } from '../sweep/exposureFacts';

/** Parts without which nobody can say that a workload is not reached. */
const TELLING: readonly ExposurePart[] = ['services', 'ingresses', 'routes'];

const OPEN: readonly ServiceExposure[] = ['nodePort', 'loadBalancer'];

/** How far a workload is reached, by what is kept of it: a way in that is known counts, whatever else could not be read. */
export function reachOf(facts: ExposureFacts | undefined): Reach {
  if (!facts) return 'unknown';
  const { services, entries, hostPorts = [], leftOut } = facts;
  const isOpen =
    entries.length > 0 ||
    (leftOut?.entries ?? 0) > 0 ||
    hostPorts.length > 0 ||
    facts.hostNetwork === true ||
    services.some(({ exposure }) => OPEN.includes(exposure));
  if (isOpen) return 'outside';
  const isCut = services.length === 0 && (leftOut?.services ?? 0) > 0;
  if (isCut || TELLING.some(part => facts.unread?.[part])) return 'unknown';
  return services.some(({ exposure }) => exposure === 'restricted')
    ? 'restricted'
    : 'inside';
}

/** Whether all hosts that lead to a workload are served over TLS; undefined where none does. */
export function tlsOf({
  entries,
}: Pick<ExposureFacts, 'entries'>): TlsUseView | undefined {
  const uses = entries.flatMap(({ hosts }) => hosts.map(({ tls }) => tls));
  return (['no', 'unknown', 'yes'] as const).find(use => uses.includes(use));
}
