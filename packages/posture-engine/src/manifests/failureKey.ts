import { EvidenceValue } from '../model/finding';

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

/** A failing finding, as far as its keys go. */
export interface FailingFinding {
  readonly control: string;
  /** Of an image, `title` is the reference that a workload asks for. */
  readonly subject: {
    readonly kind: string;
    readonly name: string;
    readonly title?: string;
  };
  readonly violations: readonly NonNullable<FailurePlace['violation']>[];
}

/** The keys of a finding, one for each place; of an image also by the reference that a workload asks for. */
export function failureKeys({
  control,
  subject: { kind, name, title },
  violations,
}: FailingFinding): readonly string[] {
  const names = title === undefined ? [name] : [name, title];
  const places = violations.length ? violations : [undefined];
  return names.flatMap(one =>
    places.map(violation =>
      failureKey({
        control,
        kind,
        name: one,
        ...(violation ? { violation } : {}),
      }),
    ),
  );
}
