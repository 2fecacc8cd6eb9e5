import { judgeCase, testControl } from '../../testing';
import { apparmorProfile } from './apparmorProfile';

const POD = 'spec.template.spec.securityContext.appArmorProfile.type';
const APP =
  'spec.template.spec.containers[0].securityContext.appArmorProfile.type';
const PREFIX = 'container.apparmor.security.beta.kubernetes.io/';

const profile = (fields: string) =>
  `securityContext: { appArmorProfile: ${fields} }`;
const UNCONFINED = profile('{ type: Unconfined }');
const DEFAULT = profile('{ type: RuntimeDefault }');
const annotated = (value: string, containers = '[{ name: web }]') => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  template:
    metadata: { annotations: { ${PREFIX}web: ${value} } }
    spec: { containers: ${containers} }`;
const node = (message: string) => ({
  apiVersion: 'v1',
  kind: 'Node',
  metadata: { name: 'node-1' },
  status: { conditions: [{ type: 'Ready', message }] },
});

testControl(apparmorProfile, [
  {
    name: 'unset passes, though the nodes were not read',
    given: 'containers: [{ name: web }]',
    outcome: 'pass',
  },
  {
    name: 'unset passes, with what the nodes say',
    given: 'containers: [{ name: web }]',
    nodes: [node('kubelet is posting ready status. AppArmor enabled')],
    outcome: 'pass',
    note: 'no profile is set, and the nodes say that AppArmor is on',
  },
  {
    name: 'unset passes, where no node says that it has AppArmor',
    given: 'containers: [{ name: web }]',
    nodes: [node('kubelet is posting ready status')],
    outcome: 'pass',
    note: 'no profile is set, and no node says that AppArmor is on',
  },
  {
    name: 'null equals absent',
    given: `containers: [{ name: web, ${profile('null')} }]`,
    outcome: 'pass',
  },
  {
    name: 'the two good types',
    given: `${DEFAULT}\ncontainers: [{ name: web, ${profile(
      '{ type: Localhost, localhostProfile: web }',
    )} }]`,
    outcome: 'pass',
  },
  {
    name: 'Unconfined in a container',
    given: `containers: [{ name: web, ${UNCONFINED} }]`,
    outcome: 'fail',
    severity: 'medium',
    at: [APP],
    message: 'container "web" sets the AppArmor profile Unconfined',
    note: 'in effect: web Unconfined',
  },
  {
    name: 'a profile without a type is a bad value',
    given: `containers: [{ name: web, ${profile('{}')} }]`,
    outcome: 'fail',
    at: [APP],
    note: 'in effect: web Unknown',
  },
  {
    name: 'a bad pod fails even where every container overrides it',
    given: `${UNCONFINED}\ncontainers: [{ name: web, ${DEFAULT} }]`,
    outcome: 'fail',
    at: [POD],
    note: 'in effect: web RuntimeDefault',
  },
  {
    name: 'a bad pod holds for those that say nothing',
    given: `${UNCONFINED}\ncontainers: [{ name: web }]`,
    outcome: 'fail',
    at: [POD],
    note: 'in effect: web Unconfined',
  },
  {
    name: 'a bad annotation fails',
    given: annotated('unconfined'),
    outcome: 'fail',
    at: [`spec.template.metadata.annotations[${PREFIX}web]`],
    message: 'an annotation takes the AppArmor profile from container "web"',
    note: 'in effect: web Unconfined',
  },
  {
    name: 'a bad annotation fails even where the field overrides it',
    given: annotated('unconfined', `[{ name: web, ${DEFAULT} }]`),
    outcome: 'fail',
    note: 'in effect: web RuntimeDefault',
  },
  {
    name: 'an annotation that is no profile fails',
    given: annotated('docker/default'),
    outcome: 'fail',
    note: 'in effect: web Unknown',
  },
  ...['""', 'null', 'runtime/default', 'localhost/web'].map(value => ({
    name: `an annotation ${value} passes`,
    given: annotated(value),
    outcome: 'pass' as const,
  })),
  {
    name: 'an annotation of the workload itself is not read',
    given: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, annotations: { ${PREFIX}web: unconfined } }
spec: { template: { spec: { containers: [{ name: web }] } } }`,
    outcome: 'pass',
  },
  {
    name: 'the annotations of a bare pod are its own',
    given: `
apiVersion: v1
kind: Pod
metadata: { name: web, annotations: { ${PREFIX}web: unconfined } }
spec: { containers: [{ name: web }] }`,
    outcome: 'fail',
    at: [`metadata.annotations[${PREFIX}web]`],
  },
  {
    name: 'init containers and sidecars count',
    given: `initContainers: [{ name: setup, ${UNCONFINED} }, { name: mesh, restartPolicy: Always, ${UNCONFINED} }]
containers: [{ name: web }]`,
    outcome: 'fail',
    at: [
      'spec.template.spec.initContainers[0].securityContext.appArmorProfile.type',
      'spec.template.spec.initContainers[1].securityContext.appArmorProfile.type',
    ],
    note: 'in effect: setup Unconfined, mesh Unconfined, web not set',
  },
  {
    name: 'an ephemeral container is reported and never scored',
    given: `containers: [{ name: web }]
ephemeralContainers: [{ name: debug, ${UNCONFINED} }]`,
    outcome: 'fail',
    severity: 'info',
  },
  {
    name: 'a container of the wrong type hides no other',
    given: `containers: [{ name: a, ${profile(
      'Unconfined',
    )} }, { name: b, ${UNCONFINED} }]`,
    outcome: 'fail',
    at: [APP.replace('[0]', '[1]')],
  },
  {
    name: 'an annotation of the wrong type is no pass',
    given: annotated('1'),
    outcome: 'notEvaluated',
    reason: 'parseError',
    at: [`spec.template.metadata.annotations.${PREFIX}web`],
  },
]);

const judged = (given: string, rest = {}) =>
  judgeCase(apparmorProfile, { name: '', given, outcome: 'pass', ...rest });

it('says nothing of nodes that were not read, nor where a profile is set, nor to Admission', () => {
  const nodes = [node('AppArmor enabled')];
  const unset = 'containers: [{ name: web }]';
  expect(judged(unset).note).toBeUndefined();
  expect(judged(`${DEFAULT}\n${unset}`, { nodes }).note).toBeUndefined();
  expect(
    judged(unset, { nodes, podSecurityLevel: 'baseline' }).note,
  ).toBeUndefined();
});

it('shows no value of an annotation', () => {
  expect(JSON.stringify(judged(annotated('s3cr3t-profile')))).not.toContain(
    's3cr3t',
  );
});

it('sets the profile where it is bad', () => {
  const { violations } = judged(
    `${profile('{}')}\ncontainers: [{ name: a, ${UNCONFINED} }, { name: b }]`,
  );
  const appArmorProfile = { type: 'RuntimeDefault' };
  expect(apparmorProfile.patch?.(violations)).toEqual({
    securityContext: { appArmorProfile },
    containers: [{ name: 'a', securityContext: { appArmorProfile } }],
  });
});

it('has no patch for an annotation, which lies outside the pod spec', () => {
  const { violations } = judged(
    annotated('unconfined', `[{ name: web, ${UNCONFINED} }]`),
  );
  expect(apparmorProfile.patch?.(violations)).toBeUndefined();
});
