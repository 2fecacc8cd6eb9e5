import { ControlCounts, ControlSum } from '../../ScopeReader';
import { ControlPlaces } from './ControlPlaces';

/** The members of one scope by how they meet controls, in little room: tables of many scopes are remembered. */
export class ControlTable implements ControlSum {
  members = 0;
  private readonly numbers: Uint32Array;

  constructor(private readonly places: ControlPlaces) {
    this.numbers = new Uint32Array(places.size);
  }

  /** Counts one more member in the numbers at these places. */
  add(places: readonly number[]): void {
    this.members += 1;
    for (const place of places) this.numbers[place] += 1;
  }

  of(control: string): ControlCounts {
    const number = (what: keyof ControlCounts) => {
      const place = this.places.of(control, what);
      return place === undefined ? 0 : this.numbers[place];
    };
    return {
      failing: number('failing'),
      stale: number('stale'),
      exempted: number('exempted'),
      passing: number('passing'),
    };
  }
}
