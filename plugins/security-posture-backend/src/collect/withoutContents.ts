import { isJsonObject, JsonObject } from 'security-posture-engine';

const CONTENT = 'content';

/**
 * What Kubescape's sensor saw on a node, without the contents of files: a kubeconfig is a credential.
 * Only the kubelet's own configuration stays, base64 as it came, for rules ask for its settings.
 */
export function withoutContents(raw: JsonObject): JsonObject {
  const spec = isJsonObject(raw.spec) ? raw.spec : {};
  const configuration = isJsonObject(spec.configFile) ? spec.configFile : {};
  const cleaned = drop(raw) as JsonObject;
  if (raw.kind !== 'KubeletInfo' || !(CONTENT in configuration)) return cleaned;
  const { spec: kept } = cleaned as { spec: JsonObject };
  return { ...cleaned, spec: { ...kept, configFile: configuration } };
}

function drop(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(drop);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([field]) => field !== CONTENT)
      .map(([field, inner]) => [field, drop(inner)]),
  );
}
