import { judgeCase, testControl } from '../../testing';
import { sandboxedRuntime } from './sandboxedRuntime';

const UNTRUSTED = { ref: 'component:default/play', tags: ['go', 'untrusted'] };

const running = (handler: string, runtimeClassName = 'sandbox') => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: play, namespace: shop }
spec:
  template: { spec: { runtimeClassName: ${runtimeClassName}, containers: [{ name: play }] } }
---
apiVersion: node.k8s.io/v1
kind: RuntimeClass
metadata: { name: sandbox }
handler: ${handler}`;

testControl(sandboxedRuntime, [
  {
    name: 'names the missing field',
    given: 'containers: [{ name: play }]',
    entity: UNTRUSTED,
    outcome: 'fail',
    severity: 'info',
    at: ['spec.template.spec.runtimeClassName'],
    message: 'the pod runs in the default runtime of its node',
  },
  {
    name: 'a handler that is no sandbox',
    given: running('runc'),
    entity: UNTRUSTED,
    outcome: 'fail',
    message:
      'the handler of RuntimeClass "sandbox" is runc, which is no sandbox',
  },
  {
    name: 'a handler that only contains the name of one',
    given: running('not-runsc'),
    entity: UNTRUSTED,
    outcome: 'fail',
  },
  {
    name: 'the name of the class proves nothing',
    given: running('runsc', 'gvisor'),
    entity: UNTRUSTED,
    outcome: 'fail',
    message: 'there is no RuntimeClass "gvisor"',
  },
  {
    name: 'the tag multi-tenant counts',
    given: 'containers: [{ name: play }]',
    entity: { ref: 'component:default/play', tags: ['multi-tenant'] },
    outcome: 'fail',
  },
  {
    name: 'other tags do not',
    given: 'containers: [{ name: play }]',
    entity: { ref: 'component:default/play', tags: ['trusted'] },
    outcome: 'notApplicable',
    reason: 'notConfigured',
  },
  {
    name: 'no entity, no verdict',
    given: 'containers: [{ name: play }]',
    outcome: 'notApplicable',
    reason: 'notConfigured',
  },
  {
    name: 'null equals absent',
    given: `runtimeClassName: null
containers: [{ name: play }]`,
    entity: UNTRUSTED,
    outcome: 'fail',
  },
  {
    name: 'runtime classes that cannot be read',
    given: running('runsc'),
    entity: UNTRUSTED,
    unread: { runtimeClasses: 'forbidden' },
    outcome: 'notEvaluated',
    reason: 'forbidden',
  },
  {
    name: 'a handler of the wrong type is no pass',
    given: running('7'),
    entity: UNTRUSTED,
    outcome: 'notEvaluated',
    reason: 'parseError',
    at: ['handler'],
  },
  {
    name: 'a class name of the wrong type is no pass',
    given: running('runsc', '7'),
    entity: UNTRUSTED,
    outcome: 'notEvaluated',
    reason: 'parseError',
    at: ['spec.template.spec.runtimeClassName'],
  },
  ...['runsc', 'gvisor', 'kata', 'kata-qemu', 'hyperv'].map(handler => ({
    name: `${handler} is a sandbox`,
    given: running(handler),
    entity: UNTRUSTED,
    outcome: 'pass' as const,
  })),
]);

it('says that it needs the entity', () => {
  expect(sandboxedRuntime.needsEntity).toBe(true);
});

it('shows the class that the pod names', () => {
  const finding = judgeCase(sandboxedRuntime, {
    name: 'evidence',
    given: running('runc'),
    entity: UNTRUSTED,
    outcome: 'fail',
  });
  expect(finding.violations[0].actual).toBe('sandbox');
});
