import {
  Breach,
  defineControl,
  effective,
  pass,
  patchSecurityContexts,
  placeOf,
  podAndContainers,
} from '../../kit';
import { Container } from '../../model/container';
import { ControlContext } from '../../model/control';
import { Violation } from '../../model/finding';
import { Workload } from '../../model/workload';

const ADVICE = 'runAsGroup is not set, so the image decides the group';
const SUPPLEMENTAL = 'securityContext.supplementalGroups';
const FS_GROUP = 'securityContext.fsGroup';
const EXPECTED = 'a number above 0';

/** A group of no image and no node, for what is told to run as group 0. */
const SAFE_GROUP = 10001;

const judgeGroups = podAndContainers({ pod: podGroups, container: ownGroup });

export const runAsRootGroup = defineControl({
  id: 'run-as-root-group',
  title: 'No container belongs to the root group',
  failureTitle: 'A container belongs to the root group',
  why: 'Many images leave files writable to group 0, and files of the node that group 0 may read are open to whoever has it.',
  fix: 'Set `securityContext.runAsGroup` and `fsGroup` to a group of the application, for instance 10001, and take 0 out of `supplementalGroups`.',
  severity: 'low',
  category: 'podSpec',
  scope: 'container',
  frameworks: {
    nsa: ['P1', 'P4'],
    cis: { '1.12': ['5.6.3'] },
    'nist-800-190': ['4.1.2'],
    'owasp-k8s': ['K01'],
  },
  references: [
    'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
  ],
  needs: [],
  reads:
    '`securityContext.runAsGroup` of every container, init container, sidecar and ephemeral container, else of the pod; `fsGroup` and `supplementalGroups` of the pod. Unset passes with a note, for then the image decides. With the setting `requireRunAsGroup` an unset `runAsGroup` fails as well, except on Windows, which has no such field.',
  notes:
    'Other scanners fail an unset group, which is every manifest that trusts its image: that is the setting `requireRunAsGroup` here.',
  examples: {
    pass: [
      `securityContext:
  runAsGroup: 10001
  fsGroup: 10001
containers:
  - name: web`,
      `containers:
  - name: web`,
    ],
    fail: [
      `containers:
  - name: web
    securityContext:
      runAsGroup: 0`,
      `securityContext:
  supplementalGroups: [0, 2000]
  fsGroup: 0
containers:
  - name: web`,
    ],
  },
  evaluate: (workload, context) => {
    const judgement = judgeGroups(workload, context);
    return judgement.outcome === 'pass' && leavesGroupToImage(workload)
      ? pass(ADVICE)
      : judgement;
  },
  patch: violations => patchSecurityContexts(violations, fieldsFor),
});

function podGroups({ securityContext }: Workload): readonly Breach[] {
  const groups = securityContext.supplementalGroups;
  const breaches: Breach[] = [];
  if (securityContext.fsGroup === 0) {
    breaches.push({
      at: FS_GROUP,
      message: 'the volumes of the pod belong to the root group',
      actual: 0,
      expected: EXPECTED,
    });
  }
  if (groups.includes(0)) {
    breaches.push({
      at: SUPPLEMENTAL,
      message: 'the pod belongs to the root group besides its own',
      actual: groups.map(String),
      expected: 'numbers above 0',
    });
  }
  return breaches;
}

function ownGroup(
  container: Container,
  workload: Workload,
  { settings }: ControlContext<never>,
): Breach | undefined {
  const group = effective('runAsGroup', container, workload);
  const mustBeSet = settings.requireRunAsGroup && !workload.isWindows;
  if (group.value !== 0 && (group.value !== undefined || !mustBeSet))
    return undefined;
  return {
    ...placeOf('runAsGroup', group, workload),
    message:
      group.value === 0
        ? `container "${container.name}" runs with the root group`
        : `container "${container.name}" does not say its group`,
    ...(group.value === undefined ? {} : { actual: group.value }),
    expected: EXPECTED,
  };
}

function leavesGroupToImage(workload: Workload): boolean {
  return workload.containers.some(
    container =>
      effective('runAsGroup', container, workload).value === undefined,
  );
}

function fieldsFor({ field, actual }: Violation) {
  if (field === FS_GROUP) return { fsGroup: SAFE_GROUP };
  if (field !== SUPPLEMENTAL) return { runAsGroup: SAFE_GROUP };
  const others = (actual as readonly string[]).map(Number).filter(Boolean);
  return { supplementalGroups: others.length ? others : null };
}
