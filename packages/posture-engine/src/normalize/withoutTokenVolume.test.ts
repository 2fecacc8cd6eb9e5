import { parseExample } from '../testing';
import { withoutTokenVolume } from './withoutTokenVolume';

const TOKEN_SOURCES = `
        - serviceAccountToken: { path: token, expirationSeconds: 3607 }
        - configMap: { name: kube-root-ca.crt }
        - downwardAPI: { items: [] }`;

interface PodText {
  automount?: string;
  name?: string;
  sources?: string;
}

function aPod({
  automount = '',
  name = 'kube-api-access-x7k2p',
  sources = TOKEN_SOURCES,
}: PodText) {
  return parseExample(`
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec:
  ${automount}
  initContainers: [{ name: setup, volumeMounts: [{ name: ${name}, mountPath: /token }] }]
  containers:
  - name: web
    volumeMounts: [{ name: data, mountPath: /data }, { name: ${name}, mountPath: /token }]
  - name: plain
  volumes:
  - { name: data, emptyDir: {} }
  - name: ${name}
    projected:
      sources:${sources}
`)[0];
}

describe('withoutTokenVolume', () => {
  it('takes away what admission added, and its mounts in every list', () => {
    const pod = aPod({});
    const before = JSON.stringify(pod);
    expect(withoutTokenVolume(pod).spec).toEqual({
      initContainers: [{ name: 'setup', volumeMounts: [] }],
      containers: [
        { name: 'web', volumeMounts: [{ name: 'data', mountPath: '/data' }] },
        { name: 'plain' },
      ],
      volumes: [{ name: 'data', emptyDir: {} }],
    });
    expect(JSON.stringify(pod)).toBe(before);
  });

  it.each([
    {
      name: 'where the pod asks for no token',
      pod: { automount: 'automountServiceAccountToken: false' },
    },
    { name: 'under another name', pod: { name: 'my-token' } },
    {
      name: 'with a token for another audience',
      pod: {
        sources: `
        - serviceAccountToken: { path: token, audience: vault }`,
      },
    },
    {
      name: 'with a Secret beside the token',
      pod: {
        sources: `${TOKEN_SOURCES}
        - secret: { name: keys }`,
      },
    },
    {
      name: 'with a ConfigMap of its own',
      pod: {
        sources: `
        - configMap: { name: settings }`,
      },
    },
  ])('leaves a volume $name', ({ pod }) => {
    const written = aPod(pod);
    expect(withoutTokenVolume(written)).toBe(written);
  });

  it('leaves a volume of that name that is no projection', () => {
    const [pod] = parseExample(`
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec: { volumes: [{ name: kube-api-access-x7k2p, hostPath: { path: / } }] }
`);
    expect(withoutTokenVolume(pod)).toBe(pod);
  });

  it.each([
    ['no spec', {}],
    ['a spec of the wrong type', { spec: 'none' }],
    ['volumes of the wrong type', { spec: { volumes: 'none' } }],
  ])('leaves a pod with %s', (_, rest) => {
    const pod = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'web' },
      ...rest,
    };
    expect(withoutTokenVolume(pod)).toBe(pod);
  });
});
