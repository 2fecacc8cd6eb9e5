import { blockYaml } from './blockYaml';
import { codeBlock } from './markdown';

const YAML_BLOCK = /^```yaml\n([\s\S]*?)^```$/gm;

/** Markdown of a control, with its blocks of YAML in the form of all others. */
export function prose(markdown: string): string {
  return markdown
    .trim()
    .replace(YAML_BLOCK, (_, text: string) =>
      codeBlock('yaml', blockYaml(text)),
    );
}
