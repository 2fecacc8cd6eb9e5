import { parseEntityRef } from '@backstage/catalog-model';

/** What people call an entity: its title, or the name in its ref. */
export function scopeName(entityRef: string, title?: string): string {
  return title ?? parseEntityRef(entityRef).name;
}
