import {
  ImportedDocument,
  isJsonObject,
  JsonObject,
} from 'security-posture-engine';
import { keep, Kept, wholeFields } from '../keep';

const KUBE_BENCH_CONTROLS: Kept = {
  ...wholeFields('id', 'version', 'detected_version', 'node_type'),
  tests: {
    ...wholeFields('section'),
    results: wholeFields('test_number', 'status', 'scored'),
  },
};

const AUDIT_POLICY: Kept = {
  ...wholeFields('apiVersion', 'kind', 'omitStages'),
  rules: {
    ...wholeFields(
      'level',
      'users',
      'userGroups',
      'verbs',
      'namespaces',
      'nonResourceURLs',
      'omitStages',
    ),
    resources: wholeFields('group', 'resources', 'resourceNames'),
  },
};

/** What controls read of a document; the rest, such as the values that kube-bench found on a node, is not kept. */
export function reduceImport(
  kind: ImportedDocument['kind'],
  document: JsonObject,
): JsonObject {
  if (kind === 'audit-policy') return reduced(document, AUDIT_POLICY);
  const controls = Array.isArray(document.Controls)
    ? document.Controls
    : [document];
  return {
    Controls: controls
      .filter(isJsonObject)
      .map(each => reduced(each, KUBE_BENCH_CONTROLS)),
  };
}

function reduced(document: JsonObject, kept: Kept): JsonObject {
  return keep(document, kept) as JsonObject;
}
