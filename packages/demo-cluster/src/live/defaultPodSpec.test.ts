import { JsonObject } from '../objects/Manifest';
import { containers, live, ofKind, podOf } from '../testing/live';
import { workload } from '../testing/manifests';
import { PodSpec } from './PodSpec';

describe('defaults of pods', () => {
  it('fills in what was left out', () => {
    expect(podOf({ containers }).spec).toMatchObject({
      restartPolicy: 'Always',
      dnsPolicy: 'ClusterFirst',
      schedulerName: 'default-scheduler',
      terminationGracePeriodSeconds: 30,
      securityContext: {},
      enableServiceLinks: true,
      serviceAccountName: 'default',
      serviceAccount: 'default',
      priority: 0,
      containers: [
        {
          terminationMessagePath: '/dev/termination-log',
          terminationMessagePolicy: 'File',
          imagePullPolicy: 'IfNotPresent',
          resources: {},
        },
      ],
    });
  });

  it.each([
    ['nginx', 'Always'],
    ['nginx:latest', 'Always'],
    ['nginx:1.29', 'IfNotPresent'],
    ['registry.example.com:5000/nginx', 'Always'],
    ['registry.example.com:5000/nginx:1', 'IfNotPresent'],
    ['nginx@sha256:0000', 'IfNotPresent'],
    ['nginx:latest@sha256:0000', 'IfNotPresent'],
  ])('pulls %s %s', (image, policy) => {
    const pod = podOf({ containers: [{ name: 'web', image }] });
    expect(pod.spec.containers[0].imagePullPolicy).toBe(policy);
  });

  it.each([
    ['nginx:1.29', /^docker\.io\/library\/nginx@sha256:[0-9a-f]{64}$/],
    ['grafana/grafana', /^docker\.io\/grafana\/grafana@sha256:/],
    ['quay.io/a/b:1', /^quay\.io\/a\/b@sha256:/],
    ['quay.io/a/b:1@sha256:12', /^quay\.io\/a\/b@sha256:12$/],
  ])('resolves the image %s', (image, imageID) => {
    const pod = podOf({ containers: [{ name: 'web', image }] });
    const [status] = pod.status?.containerStatuses as JsonObject[];
    expect(status).toMatchObject({
      name: 'web',
      image,
      imageID: expect.stringMatching(imageID),
    });
  });

  it('completes ports, probes, variables and volumes', () => {
    const pod = podOf({
      containers: [
        {
          name: 'web',
          image: 'nginx:1.29',
          ports: [
            { containerPort: 80 },
            { containerPort: 53, protocol: 'UDP' },
          ],
          readinessProbe: { httpGet: { port: 80 } },
          env: [
            {
              name: 'NODE',
              valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } },
            },
          ],
        },
      ],
      volumes: [
        { name: 'nothing' },
        { name: 'map', configMap: { name: 'a' } },
        { name: 'secret', secret: { secretName: 'a', defaultMode: 256 } },
        { name: 'host', hostPath: { path: '/var' } },
      ],
      automountServiceAccountToken: false,
    });
    expect(pod.spec.containers[0]).toMatchObject({
      ports: [
        { containerPort: 80, protocol: 'TCP' },
        { containerPort: 53, protocol: 'UDP' },
      ],
      readinessProbe: {
        httpGet: { path: '/', port: 80, scheme: 'HTTP' },
        timeoutSeconds: 1,
        periodSeconds: 10,
        successThreshold: 1,
        failureThreshold: 3,
      },
      env: [
        {
          valueFrom: {
            fieldRef: { apiVersion: 'v1', fieldPath: 'spec.nodeName' },
          },
        },
      ],
    });
    expect(pod.spec.volumes).toEqual([
      { name: 'nothing', emptyDir: {} },
      { name: 'map', configMap: { name: 'a', defaultMode: 420 } },
      { name: 'secret', secret: { secretName: 'a', defaultMode: 256 } },
      { name: 'host', hostPath: { path: '/var', type: '' } },
    ]);
  });

  it.each([
    ['v1.35.8', undefined],
    ['v1.27.3', 80],
  ])(
    'fills host ports under the host network in %s: templates %s, pods always',
    (version, inTemplate) => {
      const pod = {
        hostNetwork: true,
        containers: [
          { name: 'web', image: 'nginx:1.29', ports: [{ containerPort: 80 }] },
        ],
      };
      const objects = live([workload('Deployment', { pod })], version);
      const [deployment] = ofKind(objects, 'Deployment');
      const template = deployment.spec?.template as { spec: PodSpec };
      expect(template.spec.containers[0].ports?.[0].hostPort).toBe(inTemplate);
      const [running] = ofKind(objects, 'Pod');
      expect((running.spec as PodSpec).containers[0].ports?.[0].hostPort).toBe(
        80,
      );
    },
  );

  it('takes requests from limits in pods, never in templates', () => {
    const limits = { cpu: '1' };
    const pod = {
      containers: [{ name: 'web', image: 'nginx:1.29', resources: { limits } }],
    };
    const objects = live([workload('Deployment', { pod })]);
    const [running] = ofKind(objects, 'Pod');
    expect((running.spec as PodSpec).containers[0].resources).toEqual({
      limits,
      requests: limits,
    });
    const [deployment] = ofKind(objects, 'Deployment');
    const template = deployment.spec?.template as { spec: PodSpec };
    expect(template.spec.containers[0].resources).toEqual({ limits });
  });

  it('tolerates nodes that are away for a while', () => {
    expect(podOf({ containers }).spec.tolerations).toMatchObject([
      { key: 'node.kubernetes.io/not-ready', tolerationSeconds: 300 },
      { key: 'node.kubernetes.io/unreachable', tolerationSeconds: 300 },
    ]);
  });
});
