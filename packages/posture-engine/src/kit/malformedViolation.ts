import { Violation } from '../model/finding';
import { MalformedInput } from '../read/malformedInput';

/** The violation that shows a value of the wrong type: its place and the types, never the value. */
export function malformedViolation(
  error: MalformedInput,
  container?: string,
): Violation {
  return {
    path: error.path,
    ...(container === undefined ? {} : { container }),
    message: `is ${error.actual}, where ${error.expected} is expected`,
    actual: error.actual,
    expected: error.expected,
  };
}
