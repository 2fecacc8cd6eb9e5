import { MalformedInput } from '../read/malformedInput';
import {
  JsonObject,
  objectsAt,
  stringAt,
  stringMapAt,
  stringsAt,
} from '../read/typedReads';
import { LabelRequirement, LabelSelector } from './labelSelector';

const OPERATORS: ReadonlyMap<string, LabelRequirement['operator']> = new Map([
  ['In', 'in'],
  ['NotIn', 'notIn'],
  ['Exists', 'exists'],
  ['DoesNotExist', 'doesNotExist'],
]);

/**
 * Reads the selector that objects carry: `matchLabels` and `matchExpressions`. Throws MalformedInput
 * where a value has the wrong type or an operator is unknown: leaving it out would select more.
 */
export function readObjectSelector(
  selector: JsonObject,
  path: string,
): LabelSelector {
  const labels = stringMapAt(selector, 'matchLabels', path);
  return {
    requirements: [
      ...Object.entries(labels).map(([key, value]) => ({
        key,
        operator: 'in' as const,
        values: [value],
      })),
      ...objectsAt(selector, 'matchExpressions', path).map(
        (expression, index) =>
          requirementOf(expression, `${path}.matchExpressions[${index}]`),
      ),
    ],
  };
}

function requirementOf(expression: JsonObject, path: string): LabelRequirement {
  const operator = OPERATORS.get(stringAt(expression, 'operator', path) ?? '');
  if (!operator)
    throw new MalformedInput(
      `${path}.operator`,
      'an operator of a selector',
      'something else',
    );
  return {
    key: stringAt(expression, 'key', path) ?? '',
    operator,
    values: stringsAt(expression, 'values', path),
  };
}
