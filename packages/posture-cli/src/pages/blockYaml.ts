import {
  Document,
  parseAllDocuments,
  stringify,
  ToStringOptions,
  visit,
} from 'yaml';

const FORM: ToStringOptions = { lineWidth: 0, singleQuote: true };

/** What single quotes can hold as it is. */
const PLAIN = /^[^'\\\p{Cc}]*$/u;

/** YAML of one or several documents in block style, comments kept. Throws where it cannot be read. */
export function blockYaml(text: string): string {
  return parseAllDocuments(text)
    .map(document => {
      if (document.errors?.length) throw document.errors[0];
      return inBlocks(document as Document);
    })
    .join('---\n');
}

/** A value as YAML in block style. */
export function yamlOf(value: unknown): string {
  return stringify(value, { ...FORM, aliasDuplicateObjects: false });
}

function inBlocks(document: Document): string {
  visit(document, {
    Collection: (_, node) => {
      node.flow = node.items.length === 0;
    },
    Scalar: (_, node) => {
      if (node.type === 'QUOTE_DOUBLE' && PLAIN.test(String(node.value)))
        node.type = 'QUOTE_SINGLE';
    },
  });
  if (document.directives) document.directives.docStart = null;
  return document.toString(FORM);
}
