import {
  Control,
  ControlExamples,
  Example,
  ExampleSurroundings,
} from '../model/control';

const OUTCOMES = ['pass', 'fail', 'notApplicable', 'notEvaluated'] as const;

/** One example of a control, with what it is judged with. */
export interface ExampleCase {
  readonly outcome: keyof ControlExamples;
  /** Place among the examples of its outcome, from 1. */
  readonly number: number;
  readonly given: string;
  readonly surroundings: ExampleSurroundings;
}

/** All examples of a control. */
export function exampleCases(
  control: Pick<Control, 'examples' | 'exampleSurroundings'>,
): readonly ExampleCase[] {
  return OUTCOMES.flatMap(outcome =>
    (control.examples[outcome] ?? []).map((example, index) => ({
      outcome,
      number: index + 1,
      ...givenOf(example, control.exampleSurroundings ?? {}),
    })),
  );
}

function givenOf(example: Example, surroundings: ExampleSurroundings) {
  return typeof example === 'string'
    ? { given: example, surroundings }
    : example;
}
