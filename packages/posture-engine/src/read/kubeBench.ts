import { recommendationOf } from '../data/cisIds';
import { CisRecommendation, DataTable } from '../model/dataTables';
import { MalformedInput, typeInWords } from './malformedInput';
import { JsonObject, objectsAt, stringAt } from './typedReads';

/** Results of kube-bench by their number in CIS 1.12: true for PASS, false for FAIL. */
export type KubeBenchResults = ReadonlyMap<string, boolean>;

/**
 * What the JSON of kube-bench says of one node: an object with `Controls`, or one of those by itself.
 * WARN and INFO are no verdict: a person has to look. Nor are results that have no number in CIS 1.12.
 * Throws MalformedInput where the document is not kube-bench's.
 */
export function kubeBenchResults(
  document: JsonObject,
  table: DataTable<CisRecommendation>,
): KubeBenchResults {
  const results = new Map<string, boolean>();
  for (const control of controlsOf(document)) {
    const edition = stringAt(control, 'version', 'Controls');
    if (edition === undefined) continue;
    const numberOf = (id: string) =>
      recommendationOf(table, edition, id)?.in112;
    for (const section of objectsAt(control, 'tests', 'Controls'))
      for (const result of objectsAt(section, 'results', 'Controls.tests'))
        take(result, numberOf, results);
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
function take(
  { test_number: id, status }: JsonObject,
  numberOf: (id: string) => string | undefined,
  results: Map<string, boolean>,
): void {
  const number = typeof id === 'string' ? numberOf(id) : undefined;
  if (number === undefined) return;
  if (status === 'FAIL') results.set(number, false);
  else if (status === 'PASS' && !results.has(number)) results.set(number, true);
}
