import { KubernetesObject } from '../model/kubernetesObject';
import { Workload } from '../model/workload';
import { deploymentAround } from '../testing';
import {
  explicitTokenVolumes,
  findServiceAccount,
  serviceAccountOf,
  tokenAutomount,
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
