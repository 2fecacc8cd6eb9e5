import { allControls } from '../library/controlLibrary';
import { Control } from '../model/control';
import { Finding } from '../model/finding';
import { KubernetesObject } from '../model/kubernetesObject';
import { ExampleCase, exampleCases } from '../examples/exampleCases';
import { judgeFirst } from '../examples/judgeFirst';
import { FACTS } from './facts';
import { parseExample } from '../examples/parseExample';

/** One example of one control of the library. */
export interface LibraryExample extends ExampleCase {
  readonly label: string;
  readonly control: Control;
}

/** All examples of all controls. */
export const LIBRARY_EXAMPLES: readonly LibraryExample[] =
  allControls().flatMap(control =>
    exampleCases(control).map(one => ({
      label: `${control.id}: example ${one.number} of ${one.outcome}`,
      control,
      ...one,
    })),
  );

/** What the control of an example says of it, or of other objects in its surroundings. */
export function judgeExample(
  one: LibraryExample,
  objects: readonly KubernetesObject[] = parseExample(one.given),
): Finding {
  return judgeExampleBy([one.control], one, objects)[0];
}

/** What these controls say of the subject of an example. */
export function judgeExampleBy(
  controls: readonly Control[],
  { control, surroundings }: LibraryExample,
  objects: readonly KubernetesObject[],
): readonly Finding[] {
  return judgeFirst(controls, control.subject, objects, {
    tables: FACTS,
    ...surroundings,
  });
}
