import { hostPid } from '../controls/podSpec/hostPid';
import { privilegedContainer } from '../controls/podSpec/privilegedContainer';
import { createEvaluator } from '../evaluate/evaluateInventory';
import { DEFAULT_SETTINGS } from '../model/settings';
import { Workload } from '../model/workload';
import { JsonObject } from '../read/typedReads';
import { anInventory, parseExample, TEST_NOW } from '../testing';
import { tryPatch } from './tryPatch';

const [DEPLOYMENT] = parseExample(`apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  template:
    spec:
      containers: [{ name: web, image: web, securityContext: { privileged: true } }]`);

function tried(patch: JsonObject) {
  const workload = new Workload(DEPLOYMENT);
  const { evaluate } = createEvaluator(
    [privilegedContainer, hostPid],
    anInventory([DEPLOYMENT]),
    { now: TEST_NOW, settings: DEFAULT_SETTINGS },
  );
  return tryPatch(patch, workload, evaluate(workload), patched =>
    evaluate(patched),
  );
}

function ofPod(spec: JsonObject): JsonObject {
  return { spec: { template: { spec } } };
}

function ofContainer(container: JsonObject): JsonObject {
  return ofPod({ containers: [{ name: 'web', ...container }] });
}

it.each([
  {
    name: 'what it fixes',
    patch: ofContainer({ securityContext: { privileged: false } }),
    trial: { fixes: ['privileged-container'], breaks: [], refusals: [] },
  },
  {
    name: 'what it breaks',
    patch: ofPod({ hostPID: true }),
    trial: { fixes: [], breaks: ['host-pid'], refusals: [] },
  },
  {
    name: 'what the API server would refuse',
    patch: ofContainer({
      securityContext: { allowPrivilegeEscalation: false },
    }),
    trial: {
      fixes: [],
      breaks: [],
      refusals: [
        'web: allowPrivilegeEscalation false together with privileged',
      ],
    },
  },
  {
    name: 'that a container is taken away',
    patch: ofContainer({ $patch: 'delete' }),
    trial: { fixes: ['privileged-container'], breaks: [], refusals: [] },
  },
  {
    name: 'that nothing changes',
    patch: {},
    trial: { fixes: [], breaks: [], refusals: [] },
  },
])('tells $name', ({ patch, trial }) => {
  expect(tried(patch)).toEqual(trial);
});

it.each([
  [{ kind: 'Pod' }, 'names another kind'],
  [{ metadata: { namespace: 'other' } }, 'names another namespace'],
  [
    ofPod({ containers: [{ name: 'other', tty: true }] }),
    'is for a container other that is not there, and gives it no image',
  ],
  [
    ofPod({ containers: 'none' }),
    'leaves a wrong type at spec.template.spec.containers',
  ],
  [
    ofContainer({ $patch: 'replace' }),
    'has the directive $patch, of which only "$patch: delete" is followed',
  ],
])('does not apply %j', (patch, words) => {
  expect(() => tried(patch)).toThrow(words);
});
