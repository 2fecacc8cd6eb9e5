import { allControls, Control, findControl } from 'security-posture-engine';
import { controlPage } from './controlPage';
import { prose } from './prose';

const pageOf = (id: string) => controlPage(findControl(id)!);

describe('controlPage', () => {
  it.each(allControls().map(control => [control.id, control] as const))(
    '%s has all its words, examples and frameworks',
    (_, control) => {
      const page = controlPage(control);
      for (const words of [
        control.title,
        control.failureTitle,
        control.why,
        prose(control.fix),
        prose(control.reads),
        prose(control.notes ?? ''),
        ...control.references,
        ...(control.frameworks.nsa ?? []),
      ])
        expect(page).toContain(words);
      const examples = Object.values(control.examples).flat().length;
      expect(page.match(/^```yaml$/gm)!.length).toBeGreaterThanOrEqual(
        examples,
      );
      expect(page).not.toContain('undefined');
    },
  );

  it('shows the patch of the first example that has one', () => {
    expect(pageOf('host-pid')).toContain(
      [
        'apiVersion: apps/v1',
        'kind: Deployment',
        'metadata:',
        '  name: web',
        '  namespace: shop',
        'spec:',
        '  template:',
        '    spec:',
        '      hostPID: false',
      ].join('\n'),
    );
  });

  it('names the checks of other tools, and how they differ', () => {
    expect(pageOf('privileged-container')).toContain(
      '- Kubescape C-0057. Fails a container that adds SYS_ADMIN too',
    );
    expect(pageOf('penetration-test')).not.toContain('other tools');
  });

  it('says what grants what is read', () => {
    expect(pageOf('secrets-in-configmap')).toMatch(
      /\| `configmaps` +\| \[cluster-role-configmaps\.yaml\]\(\S+\), and `securityPosture\.collect\.configMaps` \|/,
    );
    expect(pageOf('cpu-limit')).toMatch(
      /\| `limitranges` +\| \[cluster-role\.yaml\]\(\S+\) +\|/,
    );
  });

  it.each([
    ['privileged-container', 'the profile `workload`'],
    ['ingress-nginx-eol', 'the profile `cluster`'],
    ['high-uid', 'no profile unless one names it'],
  ])('%s counts in %s', (id, words) => {
    expect(pageOf(id)).toContain(`**Counts in:** ${words}`);
  });

  it('says what an example is judged with, and shows moments as days', () => {
    const control = {
      ...findControl('host-pid')!,
      examples: {
        pass: [
          {
            given: 'containers: [{ name: web }]',
            surroundings: {
              fromCluster: true,
              now: Date.UTC(2026, 10, 21),
              kubernetesVersion: '1.30',
            },
          },
        ],
        fail: [],
      },
    } as Control;
    expect(controlPage(control)).toContain(
      [
        'The objects are all that a sweep read.',
        '',
        'Judged with:',
        '',
        '```yaml',
        'now: 2026-11-21',
        "kubernetesVersion: '1.30'",
        '```',
      ].join('\n'),
    );
  });
});
