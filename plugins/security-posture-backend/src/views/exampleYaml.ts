import { Document, parseAllDocuments, visit } from 'yaml';

/** An example of a control as YAML in block style, comments kept. */
export function exampleYaml(given: string): string {
  return parseAllDocuments(given)
    .map(document => inBlocks(document as Document))
    .join('---\n');
}

function inBlocks(document: Document): string {
  visit(document, {
    Collection: (_, node) => {
      node.flow = node.items.length === 0;
    },
  });
  if (document.directives) document.directives.docStart = null;
  return document.toString({ lineWidth: 0 });
}
