import { Control, ControlDescription } from '../model/control';

/** A control in words, without its rule: what API, command line and pages show. */
export type ControlText = Omit<
  ControlDescription,
  'optional' | 'exampleSurroundings'
> & {
  readonly optional: boolean;
  readonly subject: Control['subject'];
  /** True where a patch can be made for its violations. */
  readonly patchable: boolean;
  /** True where it can give objects that fix its violations. */
  readonly remediable: boolean;
};

/** The words of a control. */
export function describeControl(control: Control): ControlText {
  const {
    id,
    title,
    failureTitle,
    why,
    fix,
    severity,
    category,
    scope,
    frameworks,
    references,
    needs,
    reads,
    notes,
    examples,
  } = control;
  return {
    id,
    title,
    failureTitle,
    why,
    fix,
    severity,
    category,
    scope,
    subject: control.subject,
    optional: control.optional ?? false,
    patchable: control.subject === 'workload' && control.patch !== undefined,
    remediable: control.remedy !== undefined,
    frameworks,
    references,
    needs,
    reads,
    ...(notes ? { notes } : {}),
    examples,
  };
}
