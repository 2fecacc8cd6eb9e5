import {
  flag,
  listOf,
  object,
  oneOf,
  openObject,
  ref,
  Schema,
  text,
  time,
} from '../kit';

const shortText: Schema = { type: 'string', maxLength: 253 };
const shortTexts: Schema = { ...listOf(shortText), maxItems: 5_000 };

/** What Go writes for a list: nothing is null. */
function goList(items: Schema, maxItems: number): Schema {
  return { type: ['array', 'null'], items, maxItems };
}

/** Documents of other tools: what has to be in them; the rest is not kept. */
export const importSchemas: Readonly<Record<string, Schema>> = {
  ImportKind: shortText,
  Report: openObject({}),
  ImportView: object({
    cluster: text,
    kind: ref('ImportKind'),
    'node?': text,
    receivedAt: time,
    receivedBy: text,
  }),
  ImportsResponse: object({ items: listOf(ref('ImportView')) }),
  KubeBenchDocument: {
    anyOf: [
      openObject({
        Controls: { ...listOf(ref('KubeBenchControls')), maxItems: 50 },
      }),
      ref('KubeBenchControls'),
    ],
  },
  KubeBenchControls: openObject({
    'id?': shortText,
    'version?': shortText,
    'detected_version?': shortText,
    'node_type?': shortText,
    tests: goList(
      openObject({
        'section?': shortText,
        results: goList(
          openObject({
            test_number: { type: 'string', minLength: 1, maxLength: 30 },
            status: oneOf(['PASS', 'FAIL', 'WARN', 'INFO']),
            'scored?': flag,
          }),
          1_000,
        ),
      }),
      100,
    ),
  }),
  AuditPolicyDocument: openObject({
    apiVersion: oneOf(['audit.k8s.io/v1']),
    kind: oneOf(['Policy']),
    'omitStages?': shortTexts,
    rules: {
      ...listOf(
        openObject({
          level: oneOf(['None', 'Metadata', 'Request', 'RequestResponse']),
          'users?': shortTexts,
          'userGroups?': shortTexts,
          'verbs?': shortTexts,
          'namespaces?': shortTexts,
          'nonResourceURLs?': shortTexts,
          'omitStages?': shortTexts,
          'resources?': {
            ...listOf(
              openObject({
                'group?': shortText,
                'resources?': shortTexts,
                'resourceNames?': shortTexts,
              }),
            ),
            maxItems: 1_000,
          },
        }),
      ),
      maxItems: 1_000,
    },
  }),
};
