import { JsonObject } from '../objects/Manifest';

/** The fields by which Kubernetes tells the elements of a list apart. */
const listKeys = [
  ['name'],
  ['containerPort', 'protocol'],
  ['mountPath'],
  ['port', 'protocol'],
  ['type'],
  ['uid'],
  ['ip'],
];

/** Parts of an object that nobody owns. */
const unowned = new Set([
  'apiVersion',
  'kind',
  'name',
  'namespace',
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'managedFields',
  'status',
]);

/** Who wrote what, in the form of `metadata.managedFields`. */
export function managedFieldsEntry(
  manager: string,
  apiVersion: string,
  time: string,
  fields: JsonObject,
  subresource?: string,
): JsonObject {
  return {
    manager,
    operation: 'Update',
    apiVersion,
    time,
    fieldsType: 'FieldsV1',
    fieldsV1: fields,
    ...(subresource && { subresource }),
  };
}

/** The fields of an object that its writer owns: metadata, spec and the like. */
export function ownedFields(object: JsonObject): JsonObject {
  const owned = Object.entries(object).filter(([key]) => !unowned.has(key));
  return Object.fromEntries(
    owned.map(([key, value]) => [
      `f:${key}`,
      key === 'metadata' ? ownedFields(value as JsonObject) : fieldsOf(value),
    ]),
  );
}

/** The field set of any value, as FieldsV1 writes it. */
export function fieldsOf(value: unknown): JsonObject {
  if (Array.isArray(value)) {
    return elementsOf(value);
  }
  if (typeof value !== 'object' || value === null) {
    return {};
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [`f:${key}`, fieldsOf(child)]),
  );
}

function elementsOf(list: unknown[]): JsonObject {
  const key = listKeys.find(fields =>
    list.every(element => fields.every(field => hasField(element, field))),
  );
  if (!key) {
    return {};
  }
  return Object.fromEntries(
    (list as JsonObject[]).map(element => {
      const identity = Object.fromEntries(
        key.map(field => [field, element[field]]),
      );
      return [
        `k:${JSON.stringify(identity)}`,
        { '.': {}, ...fieldsOf(element) },
      ];
    }),
  );
}

function hasField(element: unknown, field: string): boolean {
  return (
    typeof element === 'object' &&
    element !== null &&
    Object.hasOwn(element, field)
  );
}
