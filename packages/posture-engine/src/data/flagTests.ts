import { FlagTest } from './flagRule';

/** Equal to a value. */
export function equals(value: string): FlagTest {
  return { is: 'equals', value };
}

/** A list with a value. */
export function including(value: string): FlagTest {
  return { is: 'including', value };
}

/** A list without values. */
export function without(...values: readonly string[]): FlagTest {
  return { is: 'without', values };
}
