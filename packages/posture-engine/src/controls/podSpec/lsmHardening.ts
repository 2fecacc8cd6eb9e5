import { plainCapability } from '../../data/capabilities';
import { allowedSeLinuxTypes } from '../../data/seLinuxTypes';
import {
  appArmorAnnotations,
  appArmorTypeOf,
  Breach,
  defineControl,
  eachContainer,
  effective,
  isConfining,
  patchSecurityContexts,
} from '../../kit';
import { Container } from '../../model/container';
import { ControlContext } from '../../model/control';
import { Workload } from '../../model/workload';

const PRIVILEGED = 'securityContext.privileged';

export const lsmHardening = defineControl({
  id: 'lsm-hardening',
  title: 'Every container is confined by at least one means of Linux',
  failureTitle: 'No means of Linux confines a container',
  why: 'Seccomp, AppArmor, SELinux and dropped capabilities each narrow what a captured container can do to its node; this one has none of them.',
  fix: 'Set `securityContext.seccompProfile.type: RuntimeDefault`, and take away `privileged: true`, under which none of these holds.',
  severity: 'info',
  category: 'podSpec',
  scope: 'container',
  optional: true,
  frameworks: {
    nsa: ['P4'],
    cis: { '1.12': ['5.6.3'] },
    'nist-800-190': ['4.4.3'],
    'owasp-k8s': ['K01'],
  },
  references: [
    'https://kubernetes.io/docs/concepts/security/linux-kernel-security-constraints/',
    'https://kubernetes.io/docs/tutorials/security/seccomp/',
    'https://kubernetes.io/docs/tutorials/security/apparmor/',
  ],
  needs: [],
  reads:
    'For every container, init container, sidecar and ephemeral container: the seccomp profile in effect (`RuntimeDefault` or `Localhost`), an explicit AppArmor profile of these types in a field or an annotation, `seLinuxOptions` with a value and no type that `selinux-options` refuses, or a `capabilities.drop` that is not empty, without `ALL` among the added ones in any spelling. One of them is enough, unless the container is privileged. Windows has none of these fields.',
  notes:
    'A roll-up of `seccomp-profile`, `apparmor-profile`, `selinux-options` and `drop-all-capabilities` in the words of the NSA guide, which asks for any of them; it is never scored. An AppArmor annotation that says `unconfined` is no hardening here, though it is for other scanners.',
  examples: {
    pass: [
      `securityContext:
  seccompProfile:
    type: RuntimeDefault
containers:
  - name: web`,
      `containers:
  - name: web
    securityContext:
      capabilities:
        drop: [NET_RAW]`,
    ],
    fail: [
      `containers:
  - name: web`,
      `containers:
  - name: agent
    securityContext:
      privileged: true
      seccompProfile:
        type: RuntimeDefault`,
    ],
    notApplicable: [
      `os: { name: windows }
containers:
  - name: web`,
    ],
  },
  evaluate: eachContainer(unconfined, { notOnWindows: {} }),
  patch: violations =>
    patchSecurityContexts(violations, ({ field }) =>
      field === PRIVILEGED
        ? { privileged: false }
        : { seccompProfile: { type: 'RuntimeDefault' } },
    ),
});

function unconfined(
  container: Container,
  workload: Workload,
  context: ControlContext<never>,
): readonly Breach[] {
  const breaches: Breach[] = [];
  if (container.securityContext.privileged)
    breaches.push({
      at: PRIVILEGED,
      message: `container "${container.name}" is privileged, so nothing confines it`,
      actual: true,
      expected: false,
      consequenceOf: 'privileged-container',
    });
  if (!isHardened(container, workload, context))
    breaches.push({
      at: 'securityContext',
      message: `container "${container.name}" has no seccomp, AppArmor or SELinux setting and drops no capability`,
      expected: 'at least one of them',
    });
  return breaches;
}

function isHardened(
  container: Container,
  workload: Workload,
  context: ControlContext<never>,
): boolean {
  return (
    isConfining(effective('seccompProfile', container, workload).value) ||
    dropsCapabilities(container) ||
    hasSeLinuxLabel(container, workload, context) ||
    hasAppArmorProfile(container, workload)
  );
}

function hasAppArmorProfile(container: Container, workload: Workload): boolean {
  const annotations = appArmorAnnotations(workload);
  const type = appArmorTypeOf(container, workload, annotations);
  return isConfining({ type });
}

function hasSeLinuxLabel(
  container: Container,
  workload: Workload,
  { kubernetesVersion }: ControlContext<never>,
): boolean {
  const options = effective('seLinuxOptions', container, workload).value;
  if (!options) return false;
  const { type, user, role, level } = options;
  return (
    [type, user, role, level].some(Boolean) &&
    allowedSeLinuxTypes(kubernetesVersion.minor).includes(type ?? '')
  );
}

function dropsCapabilities(container: Container): boolean {
  const { securityContext } = container;
  return (
    securityContext.droppedCapabilities.length > 0 &&
    !securityContext.addedCapabilities.some(
      name => plainCapability(name) === 'ALL',
    )
  );
}
