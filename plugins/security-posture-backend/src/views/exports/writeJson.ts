import { ExportReport } from './ExportReport';

/** A report as one document of our own JSON: `PostureExport`, a finding a line. */
export async function* writeJson({
  header,
  findings,
}: ExportReport): AsyncGenerator<string> {
  yield `${JSON.stringify(header).slice(0, -1)},"findings":[`;
  let separator = '\n';
  for await (const page of findings()) {
    let text = '';
    for (const finding of page) {
      text += separator + JSON.stringify(finding);
      separator = ',\n';
    }
    if (text) yield text;
  }
  yield '\n]}\n';
}
