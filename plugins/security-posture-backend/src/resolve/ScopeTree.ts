import { CatalogScope, scopeTypeOf } from './CatalogScope';

/** A scope above an entity. */
export interface ScopeAbove {
  readonly ref: string;
  /** 0: its own group, system or domain; 1: the parent of that. */
  readonly depth: number;
}

/** Scopes by ref, each below one parent at most, without cycles. */
export class ScopeTree {
  private readonly scopes: ReadonlyMap<string, CatalogScope>;

  /**
   * `named` are refs that entities name although the catalog may not list them: they are scopes without title and parent.
   * A parent that is not listed is none. Of the scopes of a cycle the first by ref has no parent.
   */
  constructor(listed: readonly CatalogScope[], named: Iterable<string>) {
    const scopes = new Map(listed.map(scope => [scope.ref, scope]));
    for (const ref of named) {
      const type = scopeTypeOf(ref);
      if (type && !scopes.has(ref)) scopes.set(ref, { ref, type });
    }
    for (const scope of [...scopes.values()].sort(byRef))
      if (scope.parent && !mayHaveParent(scope, scopes))
        scopes.set(scope.ref, withoutParent(scope));
    this.scopes = scopes;
  }

  /** Every scope, with the parent that it has in the tree. */
  list(): readonly CatalogScope[] {
    return [...this.scopes.values()];
  }

  /** The scopes above what these hold, each at its least depth. */
  above(own: readonly string[]): readonly ScopeAbove[] {
    const depths = new Map<string, number>();
    for (const first of own) {
      let depth = 0;
      let scope = this.scopes.get(first);
      while (scope && depth < (depths.get(scope.ref) ?? Infinity)) {
        depths.set(scope.ref, depth);
        scope = scope.parent ? this.scopes.get(scope.parent) : undefined;
        depth += 1;
      }
    }
    return [...depths].map(([ref, depth]) => ({ ref, depth }));
  }
}

function byRef(left: CatalogScope, right: CatalogScope): number {
  return left.ref < right.ref ? -1 : 1;
}

/** False where the parent is not there, or the way up leads back. */
function mayHaveParent(
  scope: CatalogScope,
  scopes: ReadonlyMap<string, CatalogScope>,
): boolean {
  if (!scopes.has(scope.parent!)) return false;
  const passed = new Set<string>();
  let above: CatalogScope | undefined = scope;
  while (above?.parent && !passed.has(above.ref)) {
    passed.add(above.ref);
    above = scopes.get(above.parent);
  }
  return above?.ref !== scope.ref;
}

function withoutParent({ parent, ...scope }: CatalogScope): CatalogScope {
  return scope;
}
