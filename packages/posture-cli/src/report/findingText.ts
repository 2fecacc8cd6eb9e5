import {
  findControl,
  NOT_APPLICABLE_REASONS,
  NOT_EVALUATED_REASONS,
} from 'security-posture-engine';
import { ReportedFinding } from './reportFinding';

const REASONS: Readonly<Record<string, string>> = {
  ...NOT_EVALUATED_REASONS,
  ...NOT_APPLICABLE_REASONS,
};

/** What a finding says, in a sentence. */
export function findingTitle({ control, outcome }: ReportedFinding): string {
  const { title, failureTitle } = findControl(control) ?? {};
  return (outcome === 'fail' ? failureTitle : title) ?? control;
}

/** What a finding rests on: one line for each violation, or why it could not be judged. */
export function findingDetails({
  reason,
  violations,
}: ReportedFinding): readonly string[] {
  return [
    ...(reason ? [REASONS[reason]] : []),
    ...violations.map(({ message }) => message),
  ];
}

/** `Deployment shop/web`. */
export function resourceText({ resource }: ReportedFinding): string {
  const { kind, namespace, name } = resource;
  return `${kind} ${namespace ? `${namespace}/` : ''}${name}`;
}

/** The line of the first violation in the file of the finding, else that of the object. */
export function lineOf({
  violations,
  source,
}: ReportedFinding): number | undefined {
  return (
    violations.find(({ line }) => line !== undefined)?.line ?? source?.line
  );
}
