import type { ResourcePatchView, ResourceView } from './api/findings';

/** One form of a patch, ready to be copied. */
export interface PatchForm {
  id: 'strategicMerge' | 'kustomize' | 'kubectl';
  language: 'yaml' | 'bash';
  text: string;
}

/** A patch in the forms in which people apply one. */
export function patchForms(
  patch: Pick<ResourcePatchView, 'resource' | 'strategicMerge'>,
): PatchForm[] {
  return [
    {
      id: 'strategicMerge',
      language: 'yaml',
      text: patch.strategicMerge,
    },
    { id: 'kustomize', language: 'yaml', text: kustomize(patch) },
    { id: 'kubectl', language: 'bash', text: kubectl(patch) },
  ];
}

type NamedPatch = Parameters<typeof patchForms>[0];

function kustomize({ resource, strategicMerge }: NamedPatch): string {
  const target = targetOf(resource).map(
    ([key, value]) => `      ${key}: ${yamlText(value)}\n`,
  );
  const patch = strategicMerge.replace(/^(?=.)/gm, '      ');
  return `patches:\n  - target:\n${target.join('')}    patch: |\n${patch}`;
}

function targetOf(resource: ResourceView): [string, string][] {
  const [version, group] = resource.apiVersion.split('/').reverse();
  const { kind, name, namespace } = resource;
  return [
    ...(group ? [['group', group] as [string, string]] : []),
    ['version', version],
    ['kind', kind],
    ['name', name],
    ...(namespace ? [['namespace', namespace] as [string, string]] : []),
  ];
}

/** The patch is read from the shell's input; quoted so that the shell expands nothing in it. */
function kubectl({ resource, strategicMerge }: NamedPatch): string {
  const { kind, namespace, name } = resource;
  const command = [
    'kubectl patch',
    shellWord(`${kind.toLowerCase()}/${name}`),
    ...(namespace ? [`--namespace ${shellWord(namespace)}`] : []),
    "--type strategic --patch-file /dev/stdin <<'EOF'",
  ].join(' ');
  return `${command}\n${specOf(strategicMerge)}EOF\n`;
}

/** The spec stands last, and nothing but the keys of the whole begins a line. */
function specOf(strategicMerge: string): string {
  return strategicMerge.slice(strategicMerge.search(/^spec:/m));
}

/** One word of a shell: names come from clusters, and a copied line must not do more than it says. */
function shellWord(text: string): string {
  return /^[\w./:-]+$/.test(text) ? text : `'${text.replace(/'/g, `'\\''`)}'`;
}

/** A text that YAML reads as nothing but this text; JSON's texts are YAML's as well. */
function yamlText(text: string): string {
  const plain = /^[A-Za-z]([\w./-]*\w)?$/.test(text) && !isYamlWord(text);
  return plain ? text : JSON.stringify(text);
}

function isYamlWord(text: string): boolean {
  return /^(true|false|yes|no|on|off|null|y|n)$/i.test(text);
}
