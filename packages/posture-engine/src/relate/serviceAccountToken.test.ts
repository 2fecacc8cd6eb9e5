import { KubernetesObject } from '../model/kubernetesObject';
import { Workload } from '../model/workload';
import { deploymentAround } from '../testing';
import {
  explicitTokenVolumes,
  findServiceAccount,
  hasApiToken,
  serviceAccountOf,
  tokenAutomount,
  workloadsOfAccount,
} from './serviceAccountToken';

const POD = { containers: [{ name: 'web' }] };
const INJECTED = {
  name: 'kube-api-access-ab12c',
  projected: { sources: [{ serviceAccountToken: { path: 'token' } }] },
};
const template = (rest: object) =>
  new Workload(deploymentAround({ ...POD, ...rest }));
const pod = (rest: object) =>
  new Workload({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'web', namespace: 'shop' },
    spec: { ...POD, ...rest },
  });
const account = (name: string, automount?: boolean): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'ServiceAccount',
  metadata: { name, namespace: 'shop' },
  ...(automount === undefined
    ? {}
    : { automountServiceAccountToken: automount }),
});
const notAsked = () => {
  throw new Error('the accounts were read');
};

describe('serviceAccountOf', () => {
  it.each([
    [{}, 'default'],
    [{ serviceAccountName: '' }, 'default'],
    [{ serviceAccount: 'old' }, 'old'],
    [{ serviceAccountName: 'new', serviceAccount: 'old' }, 'new'],
  ])('%p is %s', (rest, expected) => {
    expect(serviceAccountOf(template(rest))).toBe(expected);
  });
});

describe('tokenAutomount', () => {
  it('asks the pod first, and then nobody else', () => {
    const workload = template({ automountServiceAccountToken: false });
    expect(tokenAutomount(workload, notAsked)).toEqual({
      mounted: false,
      from: 'pod',
    });
  });

  it('asks the account of the same name and namespace', () => {
    const accounts = [account('other', true), account('web', false)];
    const workload = template({ serviceAccountName: 'web' });
    expect(tokenAutomount(workload, () => accounts)).toEqual({
      mounted: false,
      from: 'serviceAccount',
    });
  });

  it.each([
    ['an account without the field', [account('default')]],
    ['no account', []],
  ])('is true by default: %s', (_, accounts) => {
    expect(tokenAutomount(template({}), () => accounts)).toEqual({
      mounted: true,
      from: 'default',
    });
  });

  it('believes the volume of a running pod', () => {
    expect(tokenAutomount(pod({ volumes: [INJECTED] }), notAsked).mounted).toBe(
      true,
    );
  });
});

describe('explicitTokenVolumes', () => {
  it.each([
    ['the volume of admission on a pod', pod({ volumes: [INJECTED] }), 0],
    ['its name in a template', template({ volumes: [INJECTED] }), 1],
    [
      'another name on a pod',
      pod({ volumes: [{ ...INJECTED, name: 'vault' }] }),
      1,
    ],
    ['a volume without token', pod({ volumes: [{ name: 'tmp' }] }), 0],
  ])('%s', (_, workload, expected) => {
    expect(explicitTokenVolumes(workload)).toHaveLength(expected);
  });
});

describe('findServiceAccount', () => {
  it('keeps namespaces apart', () => {
    const accounts = [account('web')];
    expect(findServiceAccount('shop', 'web', accounts)).toBe(accounts[0]);
    expect(findServiceAccount('bank', 'web', accounts)).toBeUndefined();
  });
});

describe('hasApiToken', () => {
  const off = { automountServiceAccountToken: false };
  const projecting = (token: object) => ({
    ...off,
    volumes: [
      { name: 'x', projected: { sources: [{ serviceAccountToken: token }] } },
    ],
  });

  it.each<[string, object, boolean]>([
    ['automount', {}, true],
    ['automount off', off, false],
    ['a token without audience', projecting({ path: 'token' }), true],
    ['an empty audience', projecting({ audience: '' }), true],
    ['a null audience', projecting({ audience: null }), true],
    ['the short name', projecting({ audience: 'kubernetes' }), true],
    [
      'the issuer',
      projecting({ audience: 'https://kubernetes.default.svc' }),
      true,
    ],
    [
      'the issuer with its domain',
      projecting({ audience: 'https://kubernetes.default.svc.cluster.local' }),
      true,
    ],
    ['the audience `api`', projecting({ audience: 'api' }), true],
    ['another audience', projecting({ audience: 'vault' }), false],
    [
      'an audience that only begins alike',
      projecting({ audience: 'https://kubernetes.example.com' }),
      false,
    ],
  ])('%s', (_, rest, expected) => {
    expect(hasApiToken(template(rest), () => [])).toBe(expected);
  });

  it('asks the account where the pod is silent', () => {
    expect(
      hasApiToken(template({ serviceAccountName: 'web' }), () => [
        account('web', false),
      ]),
    ).toBe(false);
  });
});

describe('workloadsOfAccount', () => {
  it('finds them by namespace and name, and skips those that cannot be read', () => {
    const web = template({ serviceAccountName: 'web' });
    const plain = template({});
    const all = [web, plain, template({ serviceAccountName: 7 })];
    expect(workloadsOfAccount(all, 'shop', 'web')).toEqual([web]);
    expect(workloadsOfAccount(all, 'shop', 'default')).toEqual([plain]);
    expect(workloadsOfAccount(all, 'other', 'web')).toEqual([]);
  });
});
