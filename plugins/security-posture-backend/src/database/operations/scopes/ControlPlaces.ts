import { ControlCounts } from '../../ScopeReader';

const COUNTED: readonly (keyof ControlCounts)[] = [
  'failing',
  'stale',
  'exempted',
  'passing',
];

/** Where the numbers of some controls stand, four for each side by side. */
export class ControlPlaces {
  /** How many numbers there are. */
  readonly size: number;
  private readonly first: ReadonlyMap<string, number>;

  constructor(controls: ReadonlySet<string>) {
    this.size = controls.size * COUNTED.length;
    this.first = new Map(
      [...controls].map((control, index) => [control, index * COUNTED.length]),
    );
  }

  /** The place of a number of a control; undefined for a control that is not counted. */
  of(control: string, what: keyof ControlCounts): number | undefined {
    const first = this.first.get(control);
    return first === undefined ? undefined : first + COUNTED.indexOf(what);
  }
}
