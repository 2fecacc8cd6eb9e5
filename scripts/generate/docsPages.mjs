import { loadTypeScript } from './loadTypeScript.mjs';

/** The generated pages of the docs, by path in the repository: one per control and framework, and their indexes. */
export function docsPages() {
  const { generatedPages } = loadTypeScript(
    'packages/posture-cli/src/pages/index.ts',
  );
  return Object.fromEntries(
    Object.entries(generatedPages()).map(([path, text]) => [
      `docs/${path}`,
      text,
    ]),
  );
}
