import { KubernetesObject } from '../model/kubernetesObject';
import { controlPlaneReport, kubeletReport } from './hostData';
import { MalformedInput } from './malformedInput';

function hostData(kind: string, spec: unknown): KubernetesObject {
  return {
    apiVersion: 'hostdata.kubescape.cloud/v1beta1',
    kind,
    metadata: { name: 'cp-1' },
    spec,
    status: { lastSensed: '2026-11-20T08:00:00Z' },
  };
}

const file = (path: string, permissions = 384) => ({
  path,
  permissions,
  ownership: { uid: 0, gid: 0, username: 'root' },
  content: 'c2VjcmV0',
});
const state = (path: string) => ({ path, mode: 0o600, userId: 0, groupId: 0 });

describe('controlPlaneReport', () => {
  it('reads command lines and the state of files, never their content', () => {
    const report = controlPlaneReport(
      hostData('ControlPlaneInfo', {
        nodeName: 'cp-1',
        APIServerInfo: {
          cmdLine: 'kube-apiserver --profiling=false',
          specsFile: file('/etc/kubernetes/manifests/kube-apiserver.yaml'),
        },
        schedulerInfo: { cmdLine: '' },
        etcdConfigFile: file('/etc/kubernetes/manifests/etcd.yaml'),
        adminConfigFile: file('/etc/kubernetes/admin.conf'),
        PKIDir: file('/etc/kubernetes/pki'),
        PKIFiles: [file('/etc/kubernetes/pki/ca.key'), {}],
      }),
    );
    expect(report).toEqual({
      node: 'cp-1',
      sensedAt: Date.UTC(2026, 10, 20, 8),
      commandLines: { 'kube-apiserver': 'kube-apiserver --profiling=false' },
      manifests: {
        'kube-apiserver': state(
          '/etc/kubernetes/manifests/kube-apiserver.yaml',
        ),
        etcd: state('/etc/kubernetes/manifests/etcd.yaml'),
      },
      adminConfig: state('/etc/kubernetes/admin.conf'),
      pkiFolder: state('/etc/kubernetes/pki'),
      pkiFiles: [state('/etc/kubernetes/pki/ca.key')],
    });
  });

  it('takes the name of the object for a node that is not named', () => {
    expect(controlPlaneReport(hostData('ControlPlaneInfo', null)).node).toBe(
      'cp-1',
    );
  });

  it('knows no owner where the sensor could not read it', () => {
    const { adminConfig } = controlPlaneReport(
      hostData('ControlPlaneInfo', {
        adminConfigFile: {
          path: '/etc/kubernetes/admin.conf',
          permissions: 384,
          ownership: { err: 'no such file', uid: 0, gid: 0 },
        },
      }),
    );
    expect(adminConfig).toEqual({
      path: '/etc/kubernetes/admin.conf',
      mode: 0o600,
    });
  });

  it.each([
    ['a command line', { APIServerInfo: { cmdLine: ['x'] } }],
    ['a mode', { adminConfigFile: { path: '/a', permissions: '600' } }],
    ['a list of files', { PKIFiles: {} }],
  ])('refuses %s of the wrong type', (_, spec) => {
    expect(() =>
      controlPlaneReport(hostData('ControlPlaneInfo', spec)),
    ).toThrow(MalformedInput);
  });
});

describe('kubeletReport', () => {
  it('reads the configuration, and of the credential no more than its state', () => {
    const report = kubeletReport(
      hostData('KubeletInfo', {
        nodeName: 'worker-1',
        cmdLine: '/usr/bin/kubelet --config=/var/lib/kubelet/config.yaml',
        configFile: {
          ...file('/var/lib/kubelet/config.yaml'),
          content: 'cm90YXRlQ2VydGlmaWNhdGVzOiB0cnVlCg==',
        },
        kubeConfigFile: file('/etc/kubernetes/kubelet.conf'),
        clientCAFile: file('/etc/kubernetes/pki/ca.crt'),
        serviceFiles: [file('/lib/systemd/system/kubelet.service')],
      }),
    );
    expect(report).toEqual({
      node: 'worker-1',
      sensedAt: Date.UTC(2026, 10, 20, 8),
      commandLine: '/usr/bin/kubelet --config=/var/lib/kubelet/config.yaml',
      configFile: state('/var/lib/kubelet/config.yaml'),
      configText: 'rotateCertificates: true\n',
      kubeConfigFile: state('/etc/kubernetes/kubelet.conf'),
      clientCaFile: state('/etc/kubernetes/pki/ca.crt'),
      serviceFiles: [state('/lib/systemd/system/kubelet.service')],
    });
    expect(JSON.stringify(report)).not.toContain('c2VjcmV0');
  });

  it.each([
    ['no base64', 'rotate: true'],
    ['base64 of the wrong length', 'abcde'],
    ['no UTF-8', '/////w=='],
  ])('has no text of a file whose content is %s', (_, content) => {
    const { configText } = kubeletReport(
      hostData('KubeletInfo', { configFile: { path: '/a', content } }),
    );
    expect(configText).toBeUndefined();
  });
});
