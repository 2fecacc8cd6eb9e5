import { allControls } from '../library/controlLibrary';
import { Control, Example, ExampleSurroundings } from '../model/control';
import { Finding } from '../model/finding';
import { KubernetesObject } from '../model/kubernetesObject';
import { Outcome } from '../model/outcome';
import { judgeFirst } from '../examples/judgeFirst';
import { FACTS } from './facts';
import { parseExample } from './parseExample';

/** One example of one control of the library. */
export interface LibraryExample {
  readonly label: string;
  readonly control: Control;
  readonly outcome: Outcome;
  readonly given: string;
  readonly surroundings: ExampleSurroundings;
}

/** All examples of all controls. */
export const LIBRARY_EXAMPLES: readonly LibraryExample[] =
  allControls().flatMap(control =>
    (['pass', 'fail', 'notApplicable', 'notEvaluated'] as const).flatMap(
      outcome =>
        (control.examples[outcome] ?? []).map((example, index) => ({
          label: `${control.id}: example ${index + 1} of ${outcome}`,
          control,
          outcome,
          ...exampleCase(example, control),
        })),
    ),
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

function exampleCase(example: Example, control: Control) {
  return typeof example === 'string'
    ? { given: example, surroundings: control.exampleSurroundings ?? {} }
    : example;
}
