import { MalformedInput } from '../read/malformedInput';
import { flagsHandedOn, nodeArguments } from './nodeArguments';

const node = (annotations: Record<string, string>) => ({
  apiVersion: 'v1',
  kind: 'Node',
  metadata: { name: 'a', annotations },
});
const k3s = (args: string) =>
  nodeArguments(node({ 'k3s.io/node-args': args }), 'k3s');

describe('nodeArguments', () => {
  it('reads role and flags', () => {
    const read = k3s('["server","--disable","traefik","--tls-san=a"]');
    expect(read?.role).toBe('server');
    expect(read?.flags.get('disable')?.values).toEqual(['traefik']);
    expect(read?.flags.get('tls-san')?.path).toBe(
      'metadata.annotations[k3s.io/node-args]',
    );
  });

  it('reads each program its own annotation', () => {
    const rke2 = node({ 'rke2.io/node-args': '["agent"]' });
    expect(nodeArguments(rke2, 'rke2')?.role).toBe('agent');
    expect(nodeArguments(rke2, 'k3s')).toBeUndefined();
    expect(nodeArguments(node({}), 'k3s')).toBeUndefined();
  });

  it.each(['{}', 'no JSON', '[1]'])('refuses %s', args => {
    expect(() => k3s(args)).toThrow(MalformedInput);
  });
});

describe('flagsHandedOn', () => {
  it('reads every use, with or without dashes', () => {
    const args = k3s(
      '["agent","--kubelet-arg=a=1","--kubelet-arg","--b=2","--kubelet-arg=a=3"]',
    );
    const flags = args && flagsHandedOn(args, 'kubelet-arg');
    expect(flags?.get('a')?.values).toEqual(['1', '3']);
    expect(flags?.get('b')?.values).toEqual(['2']);
  });

  it('reads none of another argument', () => {
    const args = k3s('["agent","--kube-proxy-arg=a=1"]');
    expect(args && flagsHandedOn(args, 'kubelet-arg').size).toBe(0);
  });
});
