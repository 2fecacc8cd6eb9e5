import { subjectKey, SubjectRef } from 'security-posture-engine';
import { aDeployment, collected } from './__testUtils__/collected';
import { judgeIn, workloadOf } from './__testUtils__/judgeIn';
import { factsOf } from './subjectFacts';
import { labelsOf } from './subjectLabels';

describe('what is kept of a workload', () => {
  const facts = (yaml: string, rest = {}) => {
    const { workloads, inventory } = collected(yaml, rest);
    return factsOf(workloads[0], inventory, 'prod');
  };
  const SANDBOX = `
apiVersion: node.k8s.io/v1
kind: RuntimeClass
metadata: { name: sandbox }
handler: runsc`;

  const images = ['registry.example/web:1.0'];
  const withPod = (pod: string) => aDeployment('web', '', { pod });
  const sandboxed = withPod('runtimeClassName: sandbox');

  it.each<[string, string, object, object]>([
    ['images', aDeployment('web'), {}, { images }],
    [
      'service account',
      withPod('serviceAccountName: robot'),
      {},
      { images, serviceAccount: 'robot' },
    ],
    [
      'runtime class, and the handler of that',
      sandboxed + SANDBOX,
      {},
      { images, runtimeClassName: 'sandbox', runtimeHandler: 'runsc' },
    ],
    [
      'runtime class that does not exist',
      withPod('runtimeClassName: none') + SANDBOX,
      {},
      { images, runtimeClassName: 'none' },
    ],
    [
      'runtime class that could not be read',
      sandboxed,
      { unread: { runtimeClasses: 'forbidden' } },
      { images, runtimeClassName: 'sandbox', runtimeUnread: 'forbidden' },
    ],
    [
      'runtime class of the wrong type, as unread',
      withPod('runtimeClassName: 7'),
      {},
      { images, runtimeUnread: 'parseError' },
    ],
    [
      'runtime class whose handler has the wrong type, as unread',
      sandboxed + SANDBOX.replace('runsc', '[]'),
      {},
      { images, runtimeClassName: 'sandbox', runtimeUnread: 'parseError' },
    ],
    [
      'image and service account only where they have the right type',
      withPod('serviceAccountName: [a]').replace(/image: '[^']*'/, 'image: 7'),
      {},
      { images: [] },
    ],
  ])('is its %s', (_, yaml, rest, expected) => {
    const { uses, exposure, ...kept } = facts(yaml, rest);
    expect(uses).not.toContain('');
    expect(exposure?.services).toEqual([]);
    expect(kept).toEqual(expected);
  });

  it('is the keys of the images and of the service account that it uses', () => {
    const keyOf = (subject: Omit<SubjectRef, 'apiVersion'>) =>
      subjectKey('prod', { apiVersion: 'v1', ...subject });
    expect(facts(withPod('serviceAccountName: robot')).uses).toEqual(
      [
        subjectKey('prod', {
          type: 'image',
          apiVersion: '',
          kind: 'Image',
          name: 'registry.example/web:1.0',
        }),
        keyOf({
          type: 'serviceAccount',
          kind: 'ServiceAccount',
          namespace: 'shop',
          name: 'robot',
        }),
      ].sort(),
    );
  });

  it('is at most 4 kB', () => {
    const containers = Array.from(
      { length: 40 },
      (_, index) =>
        `{ name: c${index}, image: 'registry.example/${String(index).padStart(
          200,
          'x',
        )}' }`,
    );
    const yaml = aDeployment('web', '', {
      pod: `serviceAccountName: ${'y'.repeat(9000)}`,
    }).replace(/containers: \[.*\]/, `containers: [${containers}]`);
    expect(JSON.stringify(facts(yaml)).length).toBeLessThan(4096);
  });

  it('are the labels of the workload and of its pods', () => {
    expect(
      labelsOf(
        workloadOf(aDeployment('web', '', { labels: '{ team: shop }' })),
      ),
    ).toEqual({ own: { team: 'shop' }, pod: { app: 'web' } });
    expect(
      labelsOf(workloadOf(aDeployment('web').replace('{ app: web }', '7'))),
    ).toEqual({ own: {}, pod: {} });
  });

  it('is no value of an environment variable, no argument and no annotation', () => {
    const yaml = aDeployment(
      'web',
      "env: [{ name: PASSWORD, value: 'do-not-show' }], args: ['--password=do-not-show']",
    ).replace('uid:', "annotations: { note: 'do-not-show' }, uid:");
    expect(
      JSON.stringify([
        facts(yaml),
        labelsOf(workloadOf(yaml)),
        judgeIn(yaml, []),
      ]),
    ).not.toMatch(/do-not-show/);
  });
});
