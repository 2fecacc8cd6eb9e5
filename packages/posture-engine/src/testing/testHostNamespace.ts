/* eslint-disable jest/no-export -- declares the tests of the control that it is given */
import { HostNamespaceField } from '../kit/hostNamespace';
import { WorkloadControl } from '../model/control';
import { ControlCase, judgeCase, testControl } from './testControl';

const FIELDS: readonly HostNamespaceField[] = [
  'hostPID',
  'hostIPC',
  'hostNetwork',
];

/** Declares the tests of a control that forbids one namespace of the node, as `hostNamespace` makes it. */
export function testHostNamespace(
  control: WorkloadControl,
  field: HostNamespaceField,
  message: string,
): void {
  const shared = `
${field}: true
containers: [{ name: web }]`;
  testControl(control, rowsOf(field, shared, message));

  it('patches the pod', () => {
    const row = { name: 'patch', given: shared, outcome: 'fail' } as const;
    const { violations } = judgeCase(control, row);
    expect(control.patch?.(violations)).toEqual({ [field]: false });
  });
}

function rowsOf(
  field: HostNamespaceField,
  shared: string,
  message: string,
): readonly ControlCase[] {
  return [
    {
      name: 'names the place',
      given: shared,
      outcome: 'fail',
      severity: 'high',
      at: [`spec.template.spec.${field}`],
      message,
    },
    {
      name: 'a Pod is its own template',
      given: `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec:
  ${field}: true
  containers: [{ name: web }]`,
      outcome: 'fail',
      at: [`spec.${field}`],
    },
    {
      name: 'Windows is not exempt',
      given: `
os: { name: windows }${shared}`,
      outcome: 'fail',
    },
    {
      name: 'Pod Security Admission fails it as well',
      given: shared,
      podSecurityLevel: 'baseline',
      kubernetesVersion: '1.24',
      outcome: 'fail',
    },
    {
      name: 'a string instead of a boolean is no pass',
      given: `
${field}: "true"
containers: [{ name: web }]`,
      outcome: 'notEvaluated',
      reason: 'parseError',
      at: [`spec.template.spec.${field}`],
    },
    ...passesOf(field),
  ];
}

function passesOf(field: HostNamespaceField): readonly ControlCase[] {
  const others = FIELDS.filter(other => other !== field);
  return [
    {
      name: 'unset is false',
      given: 'containers: [{ name: web }]',
      outcome: 'pass',
    },
    {
      name: 'null equals absent',
      given: `
${field}: null
containers: [{ name: web }]`,
      outcome: 'pass',
    },
    {
      name: 'a container has no such field',
      given: `containers: [{ name: web, ${field}: true }]`,
      outcome: 'pass',
    },
    {
      name: 'the other namespaces are other controls',
      given: `
${others.map(other => `${other}: true`).join('\n')}
containers: [{ name: web }]`,
      outcome: 'pass',
    },
  ];
}
