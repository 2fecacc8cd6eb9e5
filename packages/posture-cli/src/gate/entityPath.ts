import { UsageError } from '../UsageError';

const REF = /^([^:/\s]+):(?:([^:/\s]+)\/)?([^:/\s]+)$/;

/** The path of an entity below the API, from its ref: `component:default/cart`. Throws UsageError for what is no ref. */
export function entityPath(entityRef: string): string {
  const match = REF.exec(entityRef);
  if (!match)
    throw new UsageError(
      `${entityRef} is no entity ref. Write it as component:default/cart.`,
    );
  const [, kind, namespace = 'default', name] = match;
  return ['entities', kind, namespace, name].map(encodeURIComponent).join('/');
}
