import { parseKubernetesYaml } from 'security-posture-engine';
import { Document, isCollection, LineCounter, visit, YAMLError } from 'yaml';
import { DocumentError } from './DocumentError';
import { LineTree, lineTreeOf } from './LineTree';
import { DocumentText } from './splitDocuments';
import { yamlProblem } from './yamlProblem';

/** A document as JSON. */
export interface ParsedDocument {
  /** Null where the document is empty. */
  readonly json: unknown;
  readonly lines: LineTree;
}

/** A document that could not be parsed. */
export interface DocumentProblem {
  readonly line: number;
  readonly message: string;
}

/** How often one anchor may be used, counting aliases in aliases. */
const MOST_ALIASES = 1000;

const CIRCULAR = 'An alias stands for something that holds it.';
const TOO_MANY_ALIASES =
  'Its aliases would grow it beyond all measure, so it is not read.';
const BAD_MERGE = 'A merge key (<<) stands for something that is no map.';
const HELM =
  'It looks like a Helm template: render it (`helm template`) and scan the result.';

/** Parses a part of a stream: one document, or several that `...` sets apart. Never throws. */
export function parseDocuments({
  text,
  line: firstLine,
}: DocumentText): readonly (ParsedDocument | DocumentProblem)[] {
  const counter = new LineCounter();
  const lineAt = (offset: number) =>
    firstLine - 1 + Math.max(1, counter.linePos(offset).line);
  try {
    return parseKubernetesYaml(text, counter).map(document =>
      readDocument(document, text, lineAt),
    );
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [{ line: firstLine, message: yamlProblem('RESOURCE_EXHAUSTION') }];
  }
}

function readDocument(
  document: Document.Parsed,
  text: string,
  lineAt: (offset: number) => number,
): ParsedDocument | DocumentProblem {
  const error = worstError(document);
  if (error) {
    const message = yamlProblem(error.code);
    return {
      line: lineAt(error.pos[0]),
      message: text.includes('{{') ? `${message} ${HELM}` : message,
    };
  }
  const line = lineAt(document.contents?.range?.[0] ?? document.range[0]);
  try {
    const lines = lineTreeOf(document.contents, lineAt, line);
    return { json: toJson(document, text), lines };
  } catch (thrown) {
    if (thrown instanceof DocumentError)
      return { line: thrown.line ?? line, message: thrown.message };
    throw thrown;
  }
}

function worstError({ errors }: Document.Parsed): YAMLError | undefined {
  return errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION') ?? errors[0];
}

/** Throws DocumentError where aliases or merge keys cannot be followed. */
function toJson(document: Document.Parsed, text: string): unknown {
  if (text.includes('*')) checkAliases(document);
  try {
    return document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (thrown) {
    throw new DocumentError(
      thrown instanceof ReferenceError ? TOO_MANY_ALIASES : BAD_MERGE,
    );
  }
}

function checkAliases(document: Document.Parsed): void {
  const anchors = new Set<string>();
  visit(document, {
    Value: (_, { anchor }) => {
      if (anchor) anchors.add(anchor);
    },
    Alias: (_, { source }, ancestors) => {
      if (!anchors.has(source))
        throw new DocumentError(yamlProblem('BAD_ALIAS'));
      if (ancestors.some(node => isCollection(node) && node.anchor === source))
        throw new DocumentError(CIRCULAR);
    },
  });
}
