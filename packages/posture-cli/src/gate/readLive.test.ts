import { failureKeys } from 'security-posture-engine';
import { liveFinding } from '../testing/aPortal';
import { liveRef } from './liveRef';
import { readLive } from './readLive';

/** A portal that has these findings and no exemptions. */
function portalWith(...findings: readonly object[]) {
  return {
    async *list(path: string) {
      if (path.endsWith('/findings')) yield* findings;
    },
  };
}

async function openOf(...findings: readonly object[]) {
  const entity = liveRef('component:default/web');
  return (await readLive(portalWith(...findings), entity, 0)).open;
}

it('knows an image by its digest, and by the reference that a workload asks for', async () => {
  const resource = { kind: 'Image', name: 'web@sha256:1', title: 'web:1' };
  const finding = liveFinding({ control: 'c', resource, violations: [] });
  expect(await openOf(finding)).toEqual(
    new Set(
      ['web@sha256:1', 'web:1'].flatMap(name =>
        failureKeys({
          control: 'c',
          subject: { kind: 'Image', name },
          violations: [],
        }),
      ),
    ),
  );
});

it('goes by the path where a violation names no field', async () => {
  const violation = { path: 'spec.hostPID', message: 'x', actual: true };
  const open = await openOf(liveFinding({ violations: [violation] }));
  const [key] = open;
  expect(JSON.parse(key)).toEqual([
    'privileged-container',
    'Deployment',
    'web',
    null,
    'spec.hostPID',
    true,
  ]);
});
