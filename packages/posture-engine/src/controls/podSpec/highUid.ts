import {
  Breach,
  defineControl,
  eachContainer,
  effective,
  patchSecurityContexts,
  placeOf,
} from '../../kit';
import { Container } from '../../model/container';
import { Workload } from '../../model/workload';

/** Users and groups of a node are numbered up to here, by the habit of distributions. */
const HIGHEST_ON_NODES = 10000;
const SAFE = HIGHEST_ON_NODES + 1;

const WORDS = { runAsUser: 'user', runAsGroup: 'group' };

export const highUid = defineControl({
  id: 'high-uid',
  title: 'Users and groups of containers have numbers that no node uses',
  failureTitle:
    'A container runs with a user or group number that its node may use',
  why: 'A container that breaks out keeps its numbers, and on the node they may belong to an account with files and rights.',
  fix: 'Set `securityContext.runAsUser` and `runAsGroup` to numbers above 10000, for instance 10001, and make the files of the image readable to them.',
  severity: 'info',
  category: 'podSpec',
  scope: 'container',
  optional: true,
  frameworks: { nsa: ['P1'], cis: { '1.12': ['5.6.3'] } },
  references: [
    'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
    'https://kubernetes.io/docs/concepts/workloads/pods/user-namespaces/',
  ],
  needs: [],
  reads:
    '`securityContext.runAsUser` and `runAsGroup` of every container, init container, sidecar and ephemeral container, else of the pod. Only a number that is set is judged: 10000 and below fails.',
  notes:
    'Widely seen as noise, and never scored. Images that were built for a lower number need a change of their own first.',
  examples: {
    pass: [
      `securityContext:
  runAsUser: 10001
  runAsGroup: 10001
containers:
  - name: web`,
      `containers:
  - name: web`,
    ],
    fail: [
      `containers:
  - name: web
    securityContext:
      runAsUser: 1000
      runAsGroup: 1000`,
      `securityContext:
  runAsUser: 1000
containers:
  - name: web`,
    ],
  },
  evaluate: eachContainer((container, workload) => {
    const user = lowNumber('runAsUser', container, workload);
    const group = lowNumber('runAsGroup', container, workload);
    return user && group ? [user, group] : user ?? group;
  }),
  patch: violations =>
    patchSecurityContexts(violations, ({ field }) =>
      field === 'securityContext.runAsUser'
        ? { runAsUser: SAFE }
        : { runAsGroup: SAFE },
    ),
});

function lowNumber(
  key: 'runAsUser' | 'runAsGroup',
  container: Container,
  workload: Workload,
): Breach | undefined {
  const setting = effective(key, container, workload);
  if (setting.value === undefined || setting.value > HIGHEST_ON_NODES)
    return undefined;
  return {
    ...placeOf(key, setting, workload),
    message: `container "${container.name}" runs with ${WORDS[key]} ${setting.value}`,
    actual: setting.value,
    expected: `above ${HIGHEST_ON_NODES}`,
  };
}
