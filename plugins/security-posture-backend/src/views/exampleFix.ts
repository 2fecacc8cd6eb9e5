import { ExampleFix } from 'backstage-plugin-security-posture-common';
import {
  Control,
  Example,
  ExampleFix as EngineFix,
  fixOfExample,
  JsonObject,
} from 'security-posture-engine';
import { parseAllDocuments } from 'yaml';
import { toYaml } from './toYaml';

/** What fixes the first of a control's failing examples that it has a fix for; undefined where it has none. */
export function exampleFix(control: Control): ExampleFix | undefined {
  for (const [index, example] of control.examples.fail.entries()) {
    const fix = fixOf(control, example);
    if (fix) return { example: index, ...partsOf(fix) };
  }
  return undefined;
}

function fixOf(control: Control, example: Example): EngineFix | undefined {
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

function partsOf({ patch, objects }: EngineFix): Omit<ExampleFix, 'example'> {
  return {
    ...(patch ? { patch: patchOf(patch) } : {}),
    ...(objects ? { manifests: objects.map(toYaml).join('---\n') } : {}),
  };
}

function patchOf(patch: JsonObject): NonNullable<ExampleFix['patch']> {
  const { apiVersion, kind, metadata } = patch as {
    apiVersion: string;
    kind: string;
    metadata: { name: string; namespace?: string };
  };
  return { apiVersion, kind, ...metadata, strategicMerge: toYaml(patch) };
}
