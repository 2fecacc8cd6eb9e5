import { WorkloadControl } from '../model/control';
import { KubernetesObject } from '../model/kubernetesObject';
import { Workload } from '../model/workload';
import { provePatch } from '../patch/provePatch';
import { anInventory, parseExample } from '../testing';
import {
  judgeExampleBy,
  LIBRARY_EXAMPLES,
  LibraryExample,
} from '../testing/libraryExamples';
import { allControls } from './controlLibrary';

const CONTROLS = allControls();

const FAILING = LIBRARY_EXAMPLES.filter(({ outcome }) => outcome === 'fail');

const PATCHED = FAILING.filter(
  (one): one is LibraryExample & { control: WorkloadControl } =>
    one.control.subject === 'workload' && one.control.patch !== undefined,
);

function workloadOf(objects: readonly KubernetesObject[]): Workload {
  const { workloads } = anInventory(objects);
  if (!workloads.read || !workloads.items[0])
    throw new Error('the example has no workload');
  return workloads.items[0];
}

describe('every patch', () => {
  it.each(PATCHED.map(one => [one.label, one] as const))(
    '%s proves itself and breaks nothing',
    (_, one) => {
      const objects = parseExample(one.given);
      const before = judgeExampleBy(CONTROLS, one, objects);
      const finding = before.find(({ control }) => control === one.control.id)!;
      const patch = one.control.patch!(finding.violations);
      expect(patch).toBeDefined();
      const evaluate = (workload: Workload, only: ReadonlySet<string>) =>
        judgeExampleBy(
          CONTROLS.filter(({ id }) => only.has(id)),
          one,
          [
            workload.toObject(),
            ...objects.filter(
              object => object !== workloadOf(objects).toObject(),
            ),
          ],
        );
      expect(
        provePatch(one.control, patch!, workloadOf(objects), before, evaluate),
      ).toBe(true);
    },
  );
});
