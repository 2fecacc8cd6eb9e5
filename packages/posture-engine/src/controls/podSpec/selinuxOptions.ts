import { allowedSeLinuxTypes } from '../../data/seLinuxTypes';
import {
  Breach,
  defineControl,
  patchSecurityContexts,
  podAndContainers,
} from '../../kit';
import { ControlContext } from '../../model/control';
import { Violation } from '../../model/finding';
import { SeLinuxOptions } from '../../model/securityContext';

const OPTIONS = 'securityContext.seLinuxOptions';
const UNSET = 'unset';

/** Without its user or role a label without a type would be none at all. */
const UNSET_BESIDE_TYPE = 'unset, beside type container_t';

export const selinuxOptions = defineControl({
  id: 'selinux-options',
  title: 'Containers keep the SELinux labels of containers',
  failureTitle: 'A container asks for an SELinux label of its own',
  why: 'On nodes with SELinux the label is what keeps a container from the files of its node; another type, user or role can lift that.',
  fix: 'Remove `seLinuxOptions.user` and `seLinuxOptions.role`, and set `seLinuxOptions.type` to `container_t` or remove it.',
  severity: 'medium',
  category: 'podSpec',
  scope: 'container',
  frameworks: {
    nsa: ['P4'],
    'pss-baseline': ['seLinuxOptions'],
    cis: { '1.12': ['5.6.3'] },
    'nist-800-190': ['4.4.3'],
    'owasp-k8s': ['K01'],
  },
  references: [
    'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
    'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
  ],
  needs: [],
  reads:
    '`securityContext.seLinuxOptions` of the pod and of every container, init container, sidecar and ephemeral container. The type is unset, empty, `container_t`, `container_init_t` or `container_kvm_t`, from Kubernetes 1.31 on also `container_engine_t`; user and role are unset or empty; the level is free. A bad value on the pod fails even where every container overrides it.',
  examples: {
    pass: [
      `securityContext:
  seLinuxOptions:
    type: container_t
    level: "s0:c123,c456"
containers:
  - name: web`,
      `containers:
  - name: web`,
    ],
    fail: [
      `containers:
  - name: agent
    securityContext:
      seLinuxOptions:
        type: spc_t`,
      `securityContext:
  seLinuxOptions:
    user: system_u
    role: sysadm_r
containers:
  - name: web`,
    ],
  },
  evaluate: podAndContainers({
    pod: ({ securityContext }, context) =>
      badOptions(securityContext.seLinuxOptions, 'the pod', context),
    container: ({ name, securityContext }, _workload, context) =>
      badOptions(
        securityContext.seLinuxOptions,
        `container "${name}"`,
        context,
      ),
  }),
  patch: violations =>
    patchSecurityContexts(violations, violation => ({
      seLinuxOptions: changeFor(violation),
    })),
});

function badOptions(
  options: SeLinuxOptions | undefined,
  who: string,
  { kubernetesVersion }: ControlContext<never>,
): readonly Breach[] | undefined {
  if (!options) return undefined;
  const allowed = allowedSeLinuxTypes(kubernetesVersion.minor);
  const breaches: Breach[] = [];
  if (options.type !== undefined && !allowed.includes(options.type))
    breaches.push(
      badOption('type', options.type, who, allowed.filter(Boolean)),
    );
  const unset = options.type ? UNSET : UNSET_BESIDE_TYPE;
  if (options.user) breaches.push(badOption('user', options.user, who, unset));
  if (options.role) breaches.push(badOption('role', options.role, who, unset));
  return breaches;
}

function badOption(
  part: 'type' | 'user' | 'role',
  actual: string,
  who: string,
  expected: Breach['expected'],
): Breach {
  return {
    at: `${OPTIONS}.${part}`,
    message: `${who} asks for SELinux ${part} ${actual}`,
    actual,
    expected,
  };
}

function changeFor({ field, expected }: Violation) {
  if (field === `${OPTIONS}.type`) return { type: 'container_t' };
  return {
    [field === `${OPTIONS}.user` ? 'user' : 'role']: null,
    ...(expected === UNSET_BESIDE_TYPE ? { type: 'container_t' } : {}),
  };
}
