import { MalformedInput, typeInWords } from './malformedInput';
import { JsonObject, objectsAt, stringAt } from './typedReads';

/** Editions of the CIS benchmark whose recommendations on control plane and nodes (sections 1 to 4) bear the numbers of 1.12. */
const SAME_NUMBERS = new Set(['cis-1.10', 'cis-1.11', 'cis-1.12']);

/** Results of kube-bench by their number in CIS 1.12: true for PASS, false for FAIL. */
export type KubeBenchResults = ReadonlyMap<string, boolean>;

/**
 * What the JSON of kube-bench says of one node: an object with `Controls`, or one of those by itself.
 * WARN and INFO are no verdict: a person has to look. So are results of an edition whose numbers mean something else.
 * Throws MalformedInput where the document is not kube-bench's.
 */
export function kubeBenchResults(document: JsonObject): KubeBenchResults {
  const results = new Map<string, boolean>();
  for (const control of controlsOf(document)) {
    const edition = stringAt(control, 'version', 'Controls');
    if (edition === undefined || !SAME_NUMBERS.has(edition)) continue;
    for (const section of objectsAt(control, 'tests', 'Controls'))
      for (const result of objectsAt(section, 'results', 'Controls.tests'))
        take(result, results);
  }
  return results;
}

function controlsOf(document: JsonObject): readonly JsonObject[] {
  if (Array.isArray(document.tests)) return [document];
  if (!Array.isArray(document.Controls))
    throw new MalformedInput(
      'Controls',
      'a list',
      typeInWords(document.Controls),
    );
  return objectsAt(document, 'Controls', '');
}

/** A number that is given twice has passed only if it passed each time. */
function take(result: JsonObject, results: Map<string, boolean>): void {
  const { test_number: number, status } = result;
  if (typeof number !== 'string') return;
  if (status === 'FAIL') results.set(number, false);
  else if (status === 'PASS' && !results.has(number)) results.set(number, true);
}
