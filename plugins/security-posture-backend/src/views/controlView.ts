import {
  ControlView,
  FrameworkView,
} from 'backstage-plugin-security-posture-common';
import {
  Control,
  controlsOfFramework,
  describeControl,
  FrameworkId,
  FRAMEWORKS,
} from 'security-posture-engine';

/** A control in words. */
export function controlView(control: Control): ControlView {
  const { subject, patchable, exampleSurroundings, examples, ...text } =
    describeControl(control);
  return {
    ...text,
    examples: {
      pass: [...examples.pass],
      fail: [...examples.fail],
      ...(examples.notApplicable
        ? { notApplicable: [...examples.notApplicable] }
        : {}),
    },
  };
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
