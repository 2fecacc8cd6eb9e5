const ALWAYS: readonly string[] = [
  '',
  'container_t',
  'container_init_t',
  'container_kvm_t',
];
const SINCE_1_31: readonly string[] = [...ALWAYS, 'container_engine_t'];

/**
 * SELinux types that a container may have at level baseline, by the minor of Kubernetes 1.x; the empty one is the default.
 * Source: Kubernetes Pod Security Standards, baseline, "SELinux".
 */
export function allowedSeLinuxTypes(minor: number): readonly string[] {
  return minor >= 31 ? SINCE_1_31 : ALWAYS;
}
