import { judgeCase, testControl } from '../../testing';
import { runAsRootGroup } from './runAsRootGroup';

const POD = 'spec.template.spec.securityContext';
const APP = 'spec.template.spec.containers';
const ADVICE = /image decides/;
const strict = { requireRunAsGroup: true };

testControl(runAsRootGroup, [
  {
    name: 'unset passes with advice',
    given: 'containers: [{ name: web }]',
    outcome: 'pass',
    note: ADVICE,
  },
  {
    name: 'null equals absent',
    given: `securityContext: { fsGroup: null, supplementalGroups: null }
containers: [{ name: web, securityContext: { runAsGroup: null } }]`,
    outcome: 'pass',
    note: ADVICE,
  },
  {
    name: 'one container without a group is enough for the advice',
    given:
      'containers: [{ name: a, securityContext: { runAsGroup: 1 } }, { name: b }]',
    outcome: 'pass',
    note: ADVICE,
  },
  {
    name: 'group 0 of a container',
    given: 'containers: [{ name: web, securityContext: { runAsGroup: 0 } }]',
    outcome: 'fail',
    severity: 'low',
    at: [`${APP}[0].securityContext.runAsGroup`],
    message: 'container "web" runs with the root group',
  },
  {
    name: 'group 0 of the pod, which a container inherits, is shown on the pod',
    given: `securityContext: { runAsGroup: 0 }
containers: [{ name: a }, { name: b, securityContext: { runAsGroup: 2000 } }]`,
    outcome: 'fail',
    at: [`${POD}.runAsGroup`],
    message: 'container "a" runs with the root group',
  },
  {
    name: 'group 0 of the pod, which every container overrides, takes no effect',
    given: `securityContext: { runAsGroup: 0 }
containers: [{ name: web, securityContext: { runAsGroup: 2000 } }]`,
    outcome: 'pass',
  },
  {
    name: 'group 0 of a container counts over that of the pod',
    given: `securityContext: { runAsGroup: 2000 }
containers: [{ name: web, securityContext: { runAsGroup: 0 } }]`,
    outcome: 'fail',
    at: [`${APP}[0].securityContext.runAsGroup`],
  },
  {
    name: 'fsGroup 0',
    given: 'securityContext: { fsGroup: 0 }\ncontainers: [{ name: web }]',
    outcome: 'fail',
    at: [`${POD}.fsGroup`],
  },
  {
    name: '0 among the supplementary groups',
    given:
      'securityContext: { supplementalGroups: [2000, 0] }\ncontainers: [{ name: web }]',
    outcome: 'fail',
    at: [`${POD}.supplementalGroups`],
  },
  {
    name: 'other groups',
    given: `securityContext: { runAsGroup: 1, fsGroup: 2, supplementalGroups: [3] }
containers: [{ name: web }]`,
    outcome: 'pass',
  },
  {
    name: 'init containers and sidecars count',
    given: `initContainers:
  - { name: setup, securityContext: { runAsGroup: 0 } }
  - { name: mesh, restartPolicy: Always, securityContext: { runAsGroup: 0 } }
containers: [{ name: web }]`,
    outcome: 'fail',
    at: [
      'spec.template.spec.initContainers[0].securityContext.runAsGroup',
      'spec.template.spec.initContainers[1].securityContext.runAsGroup',
    ],
  },
  {
    name: 'an ephemeral container is reported and never scored',
    given: `containers: [{ name: web }]
ephemeralContainers: [{ name: debug, securityContext: { runAsGroup: 0 } }]`,
    outcome: 'fail',
    severity: 'info',
  },
  {
    name: 'the strict setting fails an unset group',
    given: `containers: [{ name: web }]`,
    settings: strict,
    outcome: 'fail',
    at: [`${APP}[0].securityContext.runAsGroup`],
    message: 'container "web" does not say its group',
  },
  {
    name: 'the strict setting accepts the group of the pod',
    given: 'securityContext: { runAsGroup: 2000 }\ncontainers: [{ name: web }]',
    settings: strict,
    outcome: 'pass',
  },
  {
    name: 'the strict setting asks nothing of Windows, which has no such field',
    given: 'os: { name: windows }\ncontainers: [{ name: web }]',
    settings: strict,
    outcome: 'pass',
  },
  {
    name: 'a list of strings is no list of groups',
    given:
      'securityContext: { supplementalGroups: ["0"] }\ncontainers: [{ name: web }]',
    outcome: 'notEvaluated',
    reason: 'parseError',
    at: [`${POD}.supplementalGroups[0]`],
  },
]);

describe('patch', () => {
  const patchOf = (given: string, settings = {}) =>
    runAsRootGroup.patch?.(
      judgeCase(runAsRootGroup, { name: '', given, settings, outcome: 'fail' })
        .violations,
    );

  it('gives a group where 0 is set, and keeps the other supplementary groups', () => {
    expect(
      patchOf(`
securityContext: { runAsGroup: 0, fsGroup: 0, supplementalGroups: [0, 2000, 0, 3000] }
containers: [{ name: a }, { name: b, securityContext: { runAsGroup: 0 } }]`),
    ).toEqual({
      securityContext: {
        runAsGroup: 10001,
        fsGroup: 10001,
        supplementalGroups: [2000, 3000],
      },
      containers: [{ name: 'b', securityContext: { runAsGroup: 10001 } }],
    });
  });

  it('removes a list of supplementary groups of which nothing is left', () => {
    expect(
      patchOf(
        'securityContext: { supplementalGroups: [0] }\ncontainers: [{ name: web }]',
      ),
    ).toEqual({ securityContext: { supplementalGroups: null } });
  });

  it('gives an unset group to the container that lacks it', () => {
    expect(
      patchOf('containers: [{ name: web }]', { requireRunAsGroup: true }),
    ).toEqual({
      containers: [{ name: 'web', securityContext: { runAsGroup: 10001 } }],
    });
  });
});
