import { parseExample } from '../testing';
import { Workload } from '../model/workload';
import { refusalsOf } from './refusalsOf';

describe('refusalsOf', () => {
  it.each([
    ['nothing', 'containers: [{ name: web }]', []],
    [
      'no_new_privs on a privileged container',
      'containers: [{ name: web, securityContext: { privileged: true, allowPrivilegeEscalation: false } }]',
      ['web: allowPrivilegeEscalation false together with privileged'],
    ],
    [
      'no_new_privs beside CAP_SYS_ADMIN, in that spelling only',
      `containers:
  - name: web
    securityContext: { allowPrivilegeEscalation: false, capabilities: { add: [CAP_SYS_ADMIN] } }
  - name: api
    securityContext: { allowPrivilegeEscalation: false, capabilities: { add: [SYS_ADMIN] } }`,
      ['web: allowPrivilegeEscalation false together with CAP_SYS_ADMIN'],
    ],
    [
      'a user namespace beside namespaces of the host',
      `hostUsers: false
hostNetwork: true
hostPID: true
hostIPC: true
containers: [{ name: web }]`,
      [
        'pod: hostUsers false together with hostNetwork',
        'pod: hostUsers false together with hostPID',
        'pod: hostUsers false together with hostIPC',
      ],
    ],
    [
      'a user namespace on Windows',
      `hostUsers: false
os: { name: windows }
containers: [{ name: web }]`,
      ['pod: hostUsers on Windows'],
    ],
    [
      'a user namespace beside a raw block volume',
      `hostUsers: false
containers: [{ name: web, volumeDevices: [{ name: disk, devicePath: /dev/xvda }] }]`,
      ['web: hostUsers false together with volumeDevices'],
    ],
    [
      'hostProcess without the network of the host',
      `securityContext: { windowsOptions: { hostProcess: true } }
containers: [{ name: web }]`,
      ['web: hostProcess without hostNetwork'],
    ],
    [
      'a mount of no volume',
      'containers: [{ name: web, volumeMounts: [{ name: data, mountPath: /data }] }]',
      ['web: there is no volume data'],
    ],
    [
      'a value of the wrong type',
      'containers: [{ name: web, volumeMounts: 1 }]',
      ['web: spec.template.spec.containers[0].volumeMounts has the wrong type'],
    ],
    [
      'containers of the wrong type',
      'containers: 1',
      ['pod: spec.template.spec.containers has the wrong type'],
    ],
  ])('%s', (_, podSpec, refusals) => {
    expect(refusalsOf(new Workload(parseExample(podSpec)[0]))).toEqual(
      refusals,
    );
  });

  it('takes a claim template for a volume', () => {
    const [statefulSet] = parseExample(`
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db, namespace: shop }
spec:
  volumeClaimTemplates: [{ metadata: { name: data } }]
  template: { spec: { containers: [{ name: db, volumeMounts: [{ name: data, mountPath: /data }] }] } }`);
    expect(refusalsOf(new Workload(statefulSet))).toEqual([]);
  });
});
