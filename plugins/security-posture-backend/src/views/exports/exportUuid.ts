import { v5 } from 'uuid';

/** The namespace of the names that our UUIDs are made of. */
const EXPORT_NAMESPACE = '0f7d2f5e-9a55-4c50-8e0e-6f0a3bb6a2f4';

/** A UUID of version 5 that is the same wherever the same parts are named. */
export function exportUuid(...parts: readonly string[]): string {
  return v5(JSON.stringify(parts), EXPORT_NAMESPACE);
}
