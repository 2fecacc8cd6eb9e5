import { UsageError } from '../UsageError';

const REF = /^([^:/\s]+):(?:([^:/\s]+)\/)?([^:/\s]+)$/;

/** The entity that manifests are compared with. */
export interface LiveRef {
  /** Whole, and in lower case as the catalog compares refs. */
  readonly entityRef: string;
  /** Below the API. */
  readonly path: string;
}

/** Reads a ref: `component:default/cart`, or `component:cart`. Throws UsageError for what is none. */
export function liveRef(text: string): LiveRef {
  const match = REF.exec(text.toLowerCase());
  if (!match)
    throw new UsageError(
      `${text} is no entity ref. Write it as component:default/cart.`,
    );
  const [, kind, namespace = 'default', name] = match;
  return {
    entityRef: `${kind}:${namespace}/${name}`,
    path: ['entities', kind, namespace, name].map(encodeURIComponent).join('/'),
  };
}
