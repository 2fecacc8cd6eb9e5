import { factName } from 'backstage-plugin-security-posture-common';
import { allControls, workloadProfile } from 'security-posture-engine';

/** The fact that says whether a control passes. */
export interface ControlFact {
  /** By `factName`: `privilegedContainerPasses`. */
  name: string;
  /** Id of the control. */
  control: string;
  /** What the control asks for, in a sentence. */
  title: string;
}

/** A fact for each control of the default profile of entities, in the order of the library. */
export function controlFacts(): ControlFact[] {
  const controls = allControls();
  const { severities } = workloadProfile(controls);
  return controls
    .filter(({ id }) => id in severities)
    .map(({ id, title }) => ({ name: factName(id), control: id, title }));
}
