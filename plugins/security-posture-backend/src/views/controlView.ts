import {
  ControlView,
  FrameworkView,
} from 'backstage-plugin-security-posture-common';
import {
  Control,
  controlsOfFramework,
  describeControl,
  Example,
  FrameworkId,
  FRAMEWORKS,
} from 'security-posture-engine';

/** A control in words. */
export function controlView(control: Control): ControlView {
  const { patchable, remediable, needs, references, examples, ...text } =
    describeControl(control);
  return {
    ...text,
    references: [...references],
    examples: {
      pass: givenOf(examples.pass),
      fail: givenOf(examples.fail),
      ...(examples.notApplicable
        ? { notApplicable: givenOf(examples.notApplicable) }
        : {}),
      ...(examples.notEvaluated
        ? { notEvaluated: givenOf(examples.notEvaluated) }
        : {}),
    },
  };
}

function givenOf(examples: readonly Example[]): string[] {
  return examples.map(example =>
    typeof example === 'string' ? example : example.given,
  );
}

/** Every framework with the controls that answer it. */
export function frameworkViews(controls: readonly Control[]): FrameworkView[] {
  const known = new Set(controls.map(({ id }) => id));
  return (Object.keys(FRAMEWORKS) as FrameworkId[]).map(id => ({
    id,
    title: FRAMEWORKS[id],
    controls: controlsOfFramework(id)
      .map(control => control.id)
      .filter(control => known.has(control)),
  }));
}
