import { Control, Example, Outcome } from 'security-posture-engine';
import { blockYaml, yamlOf } from './blockYaml';
import { codeBlock, section } from './markdown';
import { OUTCOME_TITLES } from './words';

/** Moments are shown as days: all surroundings are written for a day. */
const MOMENTS = /^(now|notBefore|notAfter|expiresAt|receivedAt)$/;

/** The examples of a control, by outcome. */
export function exampleSections(control: Control): readonly string[] {
  const outcomes = Object.keys(OUTCOME_TITLES) as Outcome[];
  return section(
    2,
    'Examples',
    outcomes.flatMap(outcome =>
      section(
        3,
        OUTCOME_TITLES[outcome],
        (control.examples[outcome] ?? []).flatMap(example =>
          exampleBlocks(example, control),
        ),
      ),
    ),
  );
}

function exampleBlocks(
  example: Example,
  { exampleSurroundings = {} }: Control,
): readonly string[] {
  const { given, surroundings } =
    typeof example === 'string'
      ? { given: example, surroundings: exampleSurroundings }
      : example;
  const { fromCluster, ...rest } = surroundings;
  return [
    codeBlock('yaml', blockYaml(given)),
    ...(fromCluster ? ['The objects are all that a sweep read.'] : []),
    ...(Object.keys(rest).length
      ? ['Judged with:', codeBlock('yaml', yamlOf(withDays(rest)))]
      : []),
  ];
}

/** The same value, in which moments are days of UTC. */
function withDays(value: unknown, key = ''): unknown {
  if (typeof value === 'number' && MOMENTS.test(key))
    return new Date(value).toISOString().slice(0, 10);
  if (Array.isArray(value)) return value.map(item => withDays(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, withDays(item, name)]),
  );
}
