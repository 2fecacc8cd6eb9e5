import {
  ControlView,
  FrameworkView,
} from 'backstage-plugin-security-posture-common';
import {
  Control,
  controlsOfFramework,
  DEFAULT_KUBERNETES_VERSION,
  describeControl,
  Example,
  FrameworkId,
  FRAMEWORKS,
} from 'security-posture-engine';

/** A control in words; `addedBy` is the module that added it. */
export function controlView(control: Control, addedBy?: string): ControlView {
  const { patchable, remediable, needs, references, examples, ...text } =
    describeControl(control);
  return {
    ...text,
    references: [...references],
    ...(addedBy === undefined ? {} : { addedBy }),
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
  return (Object.keys(FRAMEWORKS) as FrameworkId[]).map(id => ({
    id,
    title: FRAMEWORKS[id],
    controls: controlsOfFramework(id, DEFAULT_KUBERNETES_VERSION, controls).map(
      control => control.id,
    ),
  }));
}
