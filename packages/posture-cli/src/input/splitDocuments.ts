/** A part of a YAML stream that begins with `---`, or with the stream. */
export interface DocumentText {
  readonly text: string;
  /** 1-based line of the stream on which it begins. */
  readonly line: number;
}

const MARKER = /^---(?=\s|$)/;
const NO_CONTENT = /^\s*(?:[#%]|$)/;

/**
 * Splits a YAML stream before each `---`, so that what is wrong with one document cannot reach the next.
 * Directives and comments before the first marker stay with the document that follows.
 */
export function splitDocuments(stream: string): readonly DocumentText[] {
  const lines = stream.split(/(?<=\n)/);
  const starts = lines.flatMap((line, index) =>
    MARKER.test(line) ? [index] : [],
  );
  const opening = lines.slice(0, starts[0] ?? lines.length);
  if (starts.length && opening.every(line => NO_CONTENT.test(line)))
    starts.shift();
  return [0, ...starts].map((start, index) => ({
    text: lines.slice(start, starts[index]).join(''),
    line: start + 1,
  }));
}
