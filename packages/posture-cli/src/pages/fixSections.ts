import {
  Control,
  Example,
  ExampleFix,
  fixOfExample,
} from 'security-posture-engine';
import { parseAllDocuments } from 'yaml';
import { yamlOf } from './blockYaml';
import { codeBlock, section } from './markdown';
import { prose } from './prose';

/** How to meet a control: in words, and where it has a patch or objects to apply, those of an example. */
export function fixSections(control: Control): readonly string[] {
  return section(2, 'Fix', [prose(control.fix), ...fixBlocks(control)]);
}

function fixBlocks(control: Control): readonly string[] {
  for (const [index, example] of control.examples.fail.entries()) {
    const fix = fixOf(control, example);
    if (fix) return blocksOf(fix, `example ${index + 1} under _Fails_`);
  }
  return [];
}

function fixOf(control: Control, example: Example): ExampleFix | undefined {
  const { given, surroundings } =
    typeof example === 'string'
      ? { given: example, surroundings: control.exampleSurroundings ?? {} }
      : example;
  return fixOfExample(
    control,
    parseAllDocuments(given).map(document => document.toJS()),
    surroundings,
  );
}

function blocksOf(
  { patch, objects }: ExampleFix,
  which: string,
): readonly string[] {
  return [
    ...(patch
      ? [
          `This strategic-merge patch (\`kubectl patch --patch-file\`) fixes ${which}:`,
          codeBlock('yaml', yamlOf(patch)),
        ]
      : []),
    ...(objects
      ? [
          `These objects (\`kubectl apply\`) fix ${which}:`,
          codeBlock('yaml', objects.map(yamlOf).join('---\n')),
        ]
      : []),
  ];
}
