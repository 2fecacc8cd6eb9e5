import {
  PatchForm,
  PatchView,
  ResourceView,
} from 'backstage-plugin-security-posture-common';
import { JsonObject, renderPatch } from 'security-posture-engine';
import { stringify } from 'yaml';
import { FindingRecord } from '../database/records';
import { ControlIndex } from './PostureSettings';
import { resourceView } from './resourceView';

/** The patch of a finding, rendered from its violations; undefined where no field can be set for them. */
export function patchView(
  finding: FindingRecord,
  controls: ControlIndex,
): PatchView | undefined {
  const control = controls.get(finding.control);
  if (finding.outcome !== 'fail' || control?.subject !== 'workload')
    return undefined;
  const patch = control.patch?.(finding.violations);
  const manifest =
    patch && renderPatch({ type: 'workload', ...finding.subject }, patch);
  if (!manifest) return undefined;
  const resource = resourceView(finding);
  return {
    resource,
    proven: finding.patchProven ?? false,
    forms: [
      strategicMerge(manifest),
      kustomize(manifest, resource),
      kubectl(manifest, resource),
    ],
  };
}

function strategicMerge(manifest: JsonObject): PatchForm {
  return { id: 'strategicMerge', language: 'yaml', text: toYaml(manifest) };
}

function kustomize(manifest: JsonObject, resource: ResourceView): PatchForm {
  const [version, group] = resource.apiVersion.split('/').reverse();
  const target = {
    ...(group ? { group } : {}),
    version,
    kind: resource.kind,
    name: resource.name,
    ...(resource.namespace ? { namespace: resource.namespace } : {}),
  };
  const text = stringify(
    { patches: [{ target, patch: toYaml(manifest) }] },
    { lineWidth: 0, blockQuote: 'literal' },
  );
  return { id: 'kustomize', language: 'yaml', text };
}

/** The patch is read from the shell's input; quoted so that the shell expands nothing in it. */
function kubectl(
  { spec }: JsonObject,
  { kind, namespace, name }: ResourceView,
): PatchForm {
  const command = [
    'kubectl patch',
    shellWord(`${kind.toLowerCase()}/${name}`),
    ...(namespace ? [`--namespace ${shellWord(namespace)}`] : []),
    "--type strategic --patch-file /dev/stdin <<'EOF'",
  ].join(' ');
  return {
    id: 'kubectl',
    language: 'bash',
    text: `${command}\n${toYaml({ spec })}EOF\n`,
  };
}

/** Without block scalars or folded lines, so that no line can end the shell's input early. */
function toYaml(value: JsonObject): string {
  return stringify(value, { lineWidth: 0, blockQuote: false });
}

/** One word of a shell: names come from clusters, and a copied line must not do more than it says. */
function shellWord(text: string): string {
  return /^[\w./:-]+$/.test(text) ? text : `'${text.replace(/'/g, `'\\''`)}'`;
}
