import { deploymentAround, judgeCase, testControl } from '../../testing';
import { applyStrategicMerge } from '../../patch/applyStrategicMerge';
import { readOnlyRootFs } from './readOnlyRootFs';

const FIELD = 'securityContext.readOnlyRootFilesystem';
const APP = 'spec.template.spec.containers';
const SET = 'securityContext: { readOnlyRootFilesystem: true }';

testControl(readOnlyRootFs, [
  {
    name: 'unset counts as false',
    given: 'containers: [{ name: web }]',
    outcome: 'fail',
    severity: 'low',
    at: [`${APP}[0].${FIELD}`],
    message: 'container "web" can write to its root file system',
  },
  {
    name: 'null equals absent',
    given:
      'containers: [{ name: web, securityContext: { readOnlyRootFilesystem: null } }]',
    outcome: 'fail',
  },
  {
    name: 'false',
    given:
      'containers: [{ name: web, securityContext: { readOnlyRootFilesystem: false } }]',
    outcome: 'fail',
  },
  {
    name: 'true in every container',
    given: `containers: [{ name: a, ${SET} }, { name: b, ${SET} }]`,
    outcome: 'pass',
  },
  {
    name: 'there is no such field on the pod',
    given: `${SET}\ncontainers: [{ name: web }]`,
    outcome: 'fail',
  },
  {
    name: 'init containers and sidecars count',
    given: `initContainers: [{ name: setup }, { name: mesh, restartPolicy: Always }]
containers: [{ name: web, ${SET} }]`,
    outcome: 'fail',
    at: [
      `spec.template.spec.initContainers[0].${FIELD}`,
      `spec.template.spec.initContainers[1].${FIELD}`,
    ],
  },
  {
    name: 'an ephemeral container is reported and never scored',
    given: `containers: [{ name: web, ${SET} }]
ephemeralContainers: [{ name: debug }]`,
    outcome: 'fail',
    severity: 'info',
  },
  {
    name: 'Windows has no such field, at any version',
    given: 'os: { name: windows }\ncontainers: [{ name: web }]',
    kubernetesVersion: '1.24',
    outcome: 'notApplicable',
    reason: 'windows',
  },
  {
    name: 'a string is no boolean',
    given:
      'containers: [{ name: web, securityContext: { readOnlyRootFilesystem: "true" } }]',
    outcome: 'notEvaluated',
    reason: 'parseError',
    at: [`${APP}[0].${FIELD}`],
  },
  {
    name: 'mounts of the wrong type hide nothing',
    given: 'containers: [{ name: web, volumeMounts: /tmp }]',
    outcome: 'fail',
    at: [`${APP}[0].${FIELD}`],
  },
]);

describe('patch', () => {
  const READ_ONLY = { readOnlyRootFilesystem: true };
  const patchOf = (given: string) =>
    readOnlyRootFs.patch?.(
      judgeCase(readOnlyRootFs, { name: '', given, outcome: 'fail' })
        .violations,
    );

  it('gives each container a /tmp of its own', () => {
    expect(
      patchOf('initContainers: [{ name: setup }]\ncontainers: [{ name: web }]'),
    ).toEqual({
      initContainers: [
        {
          name: 'setup',
          securityContext: READ_ONLY,
          volumeMounts: [{ name: 'tmp-setup', mountPath: '/tmp' }],
        },
      ],
      containers: [
        {
          name: 'web',
          securityContext: READ_ONLY,
          volumeMounts: [{ name: 'tmp-web', mountPath: '/tmp' }],
        },
      ],
      volumes: [
        { name: 'tmp-setup', emptyDir: {} },
        { name: 'tmp-web', emptyDir: {} },
      ],
    });
  });

  it.each([
    [
      'something is mounted at /tmp',
      'containers: [{ name: web, volumeMounts: [{ name: scratch, mountPath: /tmp }] }]',
    ],
    [
      'something is mounted at /tmp/',
      'containers: [{ name: web, volumeMounts: [{ name: scratch, mountPath: /tmp/ }] }]',
    ],
    [
      'the name is that of another volume',
      'containers: [{ name: web }]\nvolumes: [{ name: tmp-web, configMap: { name: web } }]',
    ],
  ])('brings no /tmp where %s', (_, given) => {
    expect(patchOf(given)).toEqual({
      containers: [{ name: 'web', securityContext: READ_ONLY }],
    });
  });

  it('brings no /tmp where a StatefulSet claims the name', () => {
    expect(
      patchOf(`
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: web, namespace: shop }
spec:
  template: { spec: { containers: [{ name: web }] } }
  volumeClaimTemplates: [{ metadata: { name: tmp-web } }]`),
    ).toEqual({ containers: [{ name: 'web', securityContext: READ_ONLY }] });
  });

  it('leaves an emptyDir of that name, and a mount below /tmp, as they are', () => {
    const spec = {
      containers: [
        {
          name: 'web',
          volumeMounts: [{ name: 'cache', mountPath: '/tmp/cache' }],
        },
      ],
      volumes: [{ name: 'tmp-web', emptyDir: { sizeLimit: '1Gi' } }],
    };
    const patch = patchOf(JSON.stringify(deploymentAround(spec)));
    expect(applyStrategicMerge(spec, patch ?? {})).toEqual({
      containers: [
        {
          name: 'web',
          securityContext: READ_ONLY,
          volumeMounts: [
            { name: 'cache', mountPath: '/tmp/cache' },
            { name: 'tmp-web', mountPath: '/tmp' },
          ],
        },
      ],
      volumes: [{ name: 'tmp-web', emptyDir: { sizeLimit: '1Gi' } }],
    });
  });

  it('keeps to the longest name of a volume', () => {
    const name = 'c'.repeat(63);
    const patch = patchOf(`containers: [{ name: ${name} }]`);
    expect(patch?.volumes).toEqual([
      { name: `tmp-${'c'.repeat(59)}`, emptyDir: {} },
    ]);
  });

  it('cannot reach an ephemeral container', () => {
    expect(
      patchOf(`containers: [{ name: web, ${SET} }]
ephemeralContainers: [{ name: debug }]`),
    ).toBeUndefined();
  });
});
