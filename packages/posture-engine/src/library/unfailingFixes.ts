import { Control } from '../model/control';

/** A control whose patch and remedy give nothing where they throw: a fix that fails must end no sweep and no answer. */
export function unfailingFixes(control: Control): Control {
  const { remedy } = control;
  const patch = control.subject === 'workload' ? control.patch : undefined;
  return {
    ...control,
    ...(patch ? { patch: orNothing(patch.bind(control)) } : {}),
    ...(remedy ? { remedy: orNothing(remedy.bind(control)) } : {}),
  } as Control;
}

function orNothing<Given extends unknown[], Fix>(
  fix: (...given: Given) => Fix,
): (...given: Given) => Fix | undefined {
  return (...given) => {
    try {
      return fix(...given);
    } catch {
      return undefined;
    }
  };
}
