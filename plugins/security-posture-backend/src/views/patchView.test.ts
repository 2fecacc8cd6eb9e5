import { patchForms } from 'backstage-plugin-security-posture-common';
import { Violation } from 'security-posture-engine';
import { parse, parseDocument } from 'yaml';
import { aFinding, settings } from './__testUtils__/samples';
import { patchView } from './patchView';
import { indexControls } from './PostureSettings';
import { resourceView } from './resourceView';

const controls = indexControls(settings.controls);

function formsOf(over: Parameters<typeof aFinding>[0] = {}) {
  const finding = aFinding(over);
  const patch = patchView(finding, controls)!;
  const forms = patchForms({ resource: resourceView(finding), ...patch });
  return Object.fromEntries(forms.map(({ id, text }) => [id, text]));
}

const POD_SPEC = {
  containers: [{ name: 'agent', securityContext: { privileged: false } }],
};
const SPEC = { template: { spec: POD_SPEC } };

describe('patchView', () => {
  it('renders a whole strategic-merge patch', () => {
    expect(parse(formsOf().strategicMerge)).toMatchObject({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'payments-api', namespace: 'payments' },
      spec: SPEC,
    });
  });

  it('renders a kustomize patch with its target', () => {
    const { patches } = parse(formsOf().kustomize);
    expect(patches).toHaveLength(1);
    expect(patches[0].target).toEqual({
      group: 'apps',
      version: 'v1',
      kind: 'Deployment',
      name: 'payments-api',
      namespace: 'payments',
    });
    expect(parse(patches[0].patch)).toEqual(parse(formsOf().strategicMerge));
  });

  it('renders a command that names the namespace and reads the patch of the spec alone', () => {
    const [command, ...lines] = formsOf().kubectl.split('\n');
    expect(command).toBe(
      "kubectl patch deployment/payments-api --namespace payments --type strategic --patch-file /dev/stdin <<'EOF'",
    );
    expect(lines.slice(-2)).toEqual(['EOF', '']);
    const body = parse(lines.slice(0, -2).join('\n'));
    expect(Object.keys(body)).toEqual(['spec']);
    expect(body).toMatchObject({ spec: SPEC });
  });

  it('leaves group and namespace out where there are none', () => {
    const { kustomize, kubectl } = formsOf({
      subject: { apiVersion: 'v1', kind: 'Pod', name: 'debug' },
    });
    expect(parse(kustomize).patches[0].target).toEqual({
      version: 'v1',
      kind: 'Pod',
      name: 'debug',
    });
    expect(kubectl).toMatch(/^kubectl patch pod\/debug --type strategic/);
  });

  it.each([
    ['ends the shell input early', 'agent\nEOF\nrm -rf ~\n'],
    ['is a word of the shell', '$(reboot)'],
    ['looks like YAML', 'a: [1, {'],
    ['is very long', 'x '.repeat(200)],
  ])('keeps a container name that %s inside the patch', (_, container) => {
    const violation: Violation = { ...aFinding().violations[0], container };
    const { kubectl, strategicMerge } = formsOf({ violations: [violation] });
    const lines = kubectl.split('\n');
    expect(lines.filter(line => line === 'EOF')).toHaveLength(1);
    expect(lines.indexOf('EOF')).toBe(lines.length - 2);
    const { errors } = parseDocument(strategicMerge);
    expect(errors).toEqual([]);
    const patched = parse(strategicMerge).spec.template.spec.containers[0];
    expect(patched.name).toBe(container);
  });

  it('quotes names that the shell would read as more than one word', () => {
    const { kubectl } = formsOf({
      subject: {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        namespace: "a'b",
        name: 'x; reboot',
      },
    });
    expect(kubectl).toContain(
      `'deployment/x; reboot' --namespace 'a'\\''b' --type`,
    );
  });

  it.each(['true', 'No', 'null', 'y', '1e3', '0x10', '12', 'a: b', '- a', "'"])(
    'keeps the name %s a text in the target of a kustomize patch',
    name => {
      const { kustomize } = formsOf({
        subject: { apiVersion: 'apps/v1', kind: 'Deployment', name },
      });
      const yaml11 = { version: '1.1' } as const;
      const [{ target, patch }] = parse(kustomize, yaml11).patches;
      expect(target.name).toBe(name);
      expect(parse(patch, yaml11).metadata.name).toBe(name);
    },
  );

  it.each([
    [true, true],
    [false, false],
    [undefined, false],
  ])('is proven as the row says: %s', (patchProven, proven) => {
    expect(patchView(aFinding({ patchProven }), controls)?.proven).toBe(proven);
  });

  it.each([
    ['is not evaluated', { outcome: 'notEvaluated', reason: 'forbidden' }],
    ['is of a control that the library lost', { control: 'no-such-control' }],
    ['is of a control without a patch', { control: 'image-tag' }],
    [
      'is of a kind that runs no pods',
      { subject: { apiVersion: 'v1', kind: 'Namespace', name: 'x' } },
    ],
  ] as const)('is absent for a finding that %s', (_, over) => {
    expect(patchView(aFinding(over), controls)).toBeUndefined();
  });
});
