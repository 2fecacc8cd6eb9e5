import {
  appArmorAnnotations,
  appArmorTypeOf,
  Breach,
  defineControl,
  isConfining,
  keyedPlace,
  keyIn,
  patchSecurityContexts,
  podAndContainers,
  unconfiningProfile,
  unlessMalformed,
  unlessMissing,
} from '../../kit';
import { ControlContext } from '../../model/control';
import { Judgement } from '../../model/finding';
import { Workload } from '../../model/workload';
import { anyNodeReportsAppArmor } from '../../relate/appArmorOnNodes';

const ANNOTATIONS = 'metadata.annotations';

const judge = podAndContainers<'nodes'>({
  pod: workload => {
    const breach = unconfiningProfile(
      'appArmorProfile',
      workload.securityContext.appArmorProfile,
      'the pod',
    );
    const annotated = badAnnotations(workload);
    return breach ? [breach, ...annotated] : annotated;
  },
  container: container =>
    unconfiningProfile(
      'appArmorProfile',
      container.securityContext.appArmorProfile,
      `container "${container.name}"`,
    ),
});

export const apparmorProfile = defineControl({
  id: 'apparmor-profile',
  title: 'AppArmor is not switched off',
  failureTitle: 'AppArmor is switched off for a container',
  why: 'On nodes with AppArmor the profile of the runtime keeps a container from the files and mounts of its node, and this manifest takes it away.',
  fix: 'Set `securityContext.appArmorProfile.type: RuntimeDefault`, or remove the setting; remove an annotation `container.apparmor.security.beta.kubernetes.io/…` that says otherwise.',
  severity: 'medium',
  category: 'podSpec',
  scope: 'container',
  frameworks: {
    nsa: ['P4'],
    'pss-baseline': ['appArmorProfile'],
    cis: { '1.12': ['5.6.3'] },
    'nist-800-190': ['4.4.3'],
    'owasp-k8s': ['K01'],
  },
  references: [
    'https://kubernetes.io/docs/tutorials/security/apparmor/',
    'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
  ],
  needs: ['nodes'],
  reads:
    '`securityContext.appArmorProfile.type` of the pod and of every container, init container, sidecar and ephemeral container, and the annotations `container.apparmor.security.beta.kubernetes.io/…` of the pod. A field that is set must be `RuntimeDefault` or `Localhost`, and has a type; an annotation must be empty, `runtime/default` or `localhost/…`. One bad place fails even where another overrides it. Unset passes: the profile of the runtime holds on nodes that have AppArmor. Kubelets up to 1.30 tell in the status of their node whether it has, and the note of a pass repeats it.',
  notes:
    'Other scanners ask for an explicit profile, which is noise on nodes without AppArmor. A failure says which profile each container gets in effect: that of its field, else of its annotation, else of the pod. Where an annotation is at fault there is no patch, for annotations lie outside the pod spec.',
  examples: {
    pass: [
      `containers:
  - name: web`,
      `securityContext:
  appArmorProfile:
    type: RuntimeDefault
containers:
  - name: web`,
    ],
    fail: [
      `containers:
  - name: web
    securityContext:
      appArmorProfile:
        type: Unconfined`,
      `securityContext:
  appArmorProfile: {}
containers:
  - name: web`,
    ],
  },
  evaluate: (workload, context) => {
    const judgement = judge(workload, context);
    if (judgement.outcome === 'fail') return withProfiles(judgement, workload);
    return judgement.outcome === 'pass' && !context.podSecurityLevel
      ? withNodes(judgement, workload, context)
      : judgement;
  },
  patch: violations =>
    violations.some(violation => keyIn(ANNOTATIONS, violation))
      ? undefined
      : patchSecurityContexts(violations, () => ({
          appArmorProfile: { type: 'RuntimeDefault' },
        })),
});

function badAnnotations(workload: Workload): readonly Breach[] {
  return appArmorAnnotations(workload)
    .filter(({ type }) => type !== undefined && !isConfining({ type }))
    .map(({ key, container }) => ({
      at: keyedPlace(ANNOTATIONS, key),
      path: keyedPlace(`${workload.templateMetadataPath}.annotations`, key),
      message: `an annotation takes the AppArmor profile from container "${container}"`,
      actual: 'a literal',
      expected: ['runtime/default', 'localhost/…'],
    }));
}

function withProfiles(judgement: Judgement, workload: Workload): Judgement {
  const profiles = unlessMalformed(() => profilesInEffect(workload));
  return profiles
    ? { ...judgement, note: `in effect: ${profiles}` }
    : judgement;
}

function profilesInEffect(workload: Workload): string {
  const annotations = appArmorAnnotations(workload);
  return workload.containers
    .map(container => {
      const type = appArmorTypeOf(container, workload, annotations);
      return `${container.name} ${type ?? 'not set'}`;
    })
    .join(', ');
}

function withNodes(
  judgement: Judgement,
  workload: Workload,
  { inventory }: ControlContext<'nodes'>,
): Judgement {
  const annotations = appArmorAnnotations(workload);
  const allSet = workload.containers.every(
    container => appArmorTypeOf(container, workload, annotations) !== undefined,
  );
  const nodes = allSet ? undefined : unlessMissing(() => inventory.nodes);
  if (!nodes) return judgement;
  return {
    ...judgement,
    note: anyNodeReportsAppArmor(nodes)
      ? 'no profile is set, and the nodes say that AppArmor is on'
      : 'no profile is set, and no node says that AppArmor is on',
  };
}
