import { EvidenceValue } from 'security-posture-engine';

/** What makes a failure the same on two clusters, whatever its namespace, order and words. */
export interface FailurePlace {
  readonly control: string;
  readonly kind: string;
  readonly name: string;
  readonly violation?: {
    readonly path: string;
    readonly container?: string;
    readonly field?: string;
    readonly actual?: EvidenceValue;
  };
}

/** A key of one failure: control, kind, name, container, field and actual value. */
export function failureKey({
  control,
  kind,
  name,
  violation,
}: FailurePlace): string {
  const { container, field, path, actual } = violation ?? {};
  return JSON.stringify([
    control,
    kind,
    name,
    container ?? null,
    field ?? path ?? null,
    actual ?? null,
  ]);
}
