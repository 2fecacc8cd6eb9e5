/** A match of all pods. */
export const PODS = '{ any: [{ resources: { kinds: [Pod] } }] }';
const BASELINE = '{ failureAction: Enforce, podSecurity: { level: baseline } }';

/** What a policy of Kyverno is made of, as YAML. */
interface Parts {
  readonly name?: string;
  readonly kind?: string;
  readonly namespace?: string;
  readonly spec?: string;
  readonly match?: string;
  readonly rule?: string;
  readonly validate?: string;
}

/** A policy of Kyverno with one rule, which enforces the baseline standard for all pods where nothing else is given. */
export function kyvernoPolicy({
  name = 'pods',
  kind = 'ClusterPolicy',
  namespace,
  spec = 'background: true',
  match = PODS,
  rule = 'skipBackgroundRequests: true',
  validate = BASELINE,
}: Parts = {}): string {
  return `apiVersion: kyverno.io/v1
kind: ${kind}
metadata: { name: ${name}${namespace ? `, namespace: ${namespace}` : ''} }
spec:
  ${spec}
  rules:
    - name: pods
      match: ${match}
      ${rule}
      validate: ${validate}`;
}
