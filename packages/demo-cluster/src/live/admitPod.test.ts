import { JsonObject } from '../objects/Manifest';
import { containers, inShop, podOf } from '../testing/live';

describe('LimitRanges', () => {
  const range = inShop('LimitRange', 'defaults', {
    spec: {
      limits: [
        {
          type: 'Container',
          default: { cpu: '500m', memory: '512Mi' },
          defaultRequest: { cpu: '50m' },
        },
        { type: 'Pod', max: { cpu: '4' } },
      ],
    },
  });

  it.each([
    [
      'nothing',
      {},
      { cpu: '500m', memory: '512Mi' },
      { cpu: '50m', memory: '512Mi' },
    ],
    [
      'a request',
      { requests: { cpu: '200m' } },
      { cpu: '500m', memory: '512Mi' },
      { cpu: '200m', memory: '512Mi' },
    ],
    [
      'a limit',
      { limits: { cpu: '2' } },
      { cpu: '2', memory: '512Mi' },
      { cpu: '2', memory: '512Mi' },
    ],
  ])(
    'complete a container that asks for %s',
    (_name, resources, limits, requests) => {
      const container = { name: 'web', image: 'nginx:1.29', resources };
      const pod = podOf(
        { containers: [container], initContainers: [container] },
        [range],
      );
      expect(pod.spec.containers[0].resources).toEqual({ limits, requests });
      expect(pod.spec.initContainers?.[0].resources).toEqual({
        limits,
        requests,
      });
      expect(
        pod.metadata.annotations?.['kubernetes.io/limit-ranger'],
      ).toContain('for container web');
    },
  );

  it('do not reach into other namespaces', () => {
    const elsewhere = {
      ...range,
      metadata: { ...range.metadata, namespace: 'blog' },
    };
    expect(
      podOf({ containers }, [elsewhere]).spec.containers[0].resources,
    ).toEqual({});
  });
});

describe('service account tokens', () => {
  const silent = inShop('ServiceAccount', 'silent', {
    automountServiceAccountToken: false,
  });
  const tokenOf = (pod: JsonObject) => {
    const { spec } = podOf({ containers, ...pod }, [silent]);
    return spec.volumes?.find(({ name }) =>
      name.startsWith('kube-api-access-'),
    );
  };

  it.each([
    ['by default', {}, true],
    ['if the pod says no', { automountServiceAccountToken: false }, false],
    ['if the account says no', { serviceAccountName: 'silent' }, false],
    [
      'if the account says no but the pod yes',
      { serviceAccountName: 'silent', automountServiceAccountToken: true },
      true,
    ],
  ])('are mounted %s: %j %s', (_name, pod, mounted) => {
    expect(tokenOf(pod) !== undefined).toBe(mounted);
  });

  it('are mounted into every container that has no mount there', () => {
    const mountPath = '/var/run/secrets/kubernetes.io/serviceaccount';
    const own = { name: 'own', mountPath };
    const pod = podOf({
      containers: [
        ...containers,
        { name: 'other', image: 'a:1', volumeMounts: [own] },
      ],
      initContainers: [{ name: 'first', image: 'a:1' }],
    });
    const volume = pod.spec.volumes?.at(-1);
    expect(volume).toMatchObject({ projected: { defaultMode: 420 } });
    const mount = { name: volume?.name, mountPath, readOnly: true };
    expect(pod.spec.containers.map(({ volumeMounts }) => volumeMounts)).toEqual(
      [[mount], [own]],
    );
    expect(pod.spec.initContainers?.[0].volumeMounts).toEqual([mount]);
  });
});
