import { ExportedFinding } from 'backstage-plugin-security-posture-common';

/** What a finding rests on: why it could not be judged, and a line for each place with its path. */
export function evidenceLines({
  reasonText,
  violations,
}: Pick<ExportedFinding, 'reasonText' | 'violations'>): readonly string[] {
  return [
    ...(reasonText ? [reasonText] : []),
    ...violations.map(({ path, message }) => `${message} (${path})`),
  ];
}

/** `Deployment shop/web in prod-eu`. */
export function resourceText({
  resource,
}: Pick<ExportedFinding, 'resource'>): string {
  const { kind, namespace, name, title, cluster } = resource;
  const named = namespace ? `${namespace}/${title ?? name}` : title ?? name;
  return `${kind} ${named} in ${cluster}`;
}

/** Who let a finding stay, until when, and why as far as it may be told. */
export function exemptionText({
  exemption,
}: Pick<ExportedFinding, 'exemption'>): string | undefined {
  if (!exemption) return undefined;
  const { requestedBy, decidedBy, expiresAt, reason } = exemption;
  const approved = decidedBy ? `, approved by ${decidedBy}` : '';
  const why = reason ? `: ${reason}` : '';
  return `Exempted until ${expiresAt}, asked for by ${requestedBy}${approved}${why}`;
}
