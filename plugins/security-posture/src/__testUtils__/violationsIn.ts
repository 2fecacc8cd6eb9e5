import axe from 'axe-core';

/**
 * What axe finds wrong inside an element: the rule and the place.
 * Contrast is left out, for jsdom draws nothing; the end-to-end tests look at it.
 */
export async function violationsIn(element: Element): Promise<string[]> {
  const result = await axe.run(element, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return result.violations.flatMap(violation =>
    violation.nodes.map(node => `${violation.id}: ${node.html}`),
  );
}
