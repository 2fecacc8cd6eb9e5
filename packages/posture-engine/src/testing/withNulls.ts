const POD_FIELDS = [
  'securityContext',
  'volumes',
  'initContainers',
  'hostPID',
  'hostIPC',
  'hostNetwork',
  'hostUsers',
  'serviceAccountName',
  'automountServiceAccountToken',
  'runtimeClassName',
  'os',
  'nodeSelector',
  'resources',
];
const CONTAINER_FIELDS = [
  'securityContext',
  'env',
  'envFrom',
  'ports',
  'volumeMounts',
  'resources',
  'args',
  'command',
  'lifecycle',
  'livenessProbe',
  'imagePullPolicy',
];

function fieldsOf(object: Record<string, unknown>): readonly string[] {
  if ('containers' in object) return POD_FIELDS;
  return 'image' in object || 'securityContext' in object
    ? CONTAINER_FIELDS
    : [];
}

/** The same objects with an explicit null for every field that a container, its security context or its pod leaves out. */
export function withNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withNulls);
  if (typeof value !== 'object' || value === null) return value;
  const object = value as Record<string, unknown>;
  return {
    ...Object.fromEntries(
      fieldsOf(object)
        .filter(field => !(field in object))
        .map(field => [field, null]),
    ),
    ...Object.fromEntries(
      Object.entries(object).map(([name, item]) => [name, withNulls(item)]),
    ),
  };
}
