import { PlacedScope } from '../../ScopeReader';

/** A scope with the one above it, which need not be among the others. */
export interface ScopeLink {
  readonly ref: string;
  readonly parent?: string;
}

/** Puts scopes along their hierarchy, each before what is below it; those below the same keep their order. */
export function arrangeScopes(
  scopes: readonly ScopeLink[],
): readonly PlacedScope[] {
  const known = new Set(scopes.map(({ ref }) => ref));
  const below = new Map<string | undefined, string[]>();
  for (const { ref, parent } of scopes) {
    const above =
      parent !== undefined && known.has(parent) ? parent : undefined;
    const siblings = below.get(above);
    if (siblings) siblings.push(ref);
    else below.set(above, [ref]);
  }
  const placed: PlacedScope[] = [];
  const place = (ref: string, level: number) => {
    const children = below.get(ref) ?? [];
    placed.push({ ref, level, below: children.length });
    for (const child of children) place(child, level + 1);
  };
  for (const ref of below.get(undefined) ?? []) place(ref, 0);
  return placed;
}
