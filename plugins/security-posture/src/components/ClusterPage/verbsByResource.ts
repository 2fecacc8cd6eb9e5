/** What may be done with one kind of resource. */
export interface ResourceVerbs {
  resource: string;
  verbs: string[];
}

/** "get secrets" and "list secrets" as one: the verbs of each resource together, in the order in which they came. */
export function verbsByResource(rights: readonly string[]): ResourceVerbs[] {
  const verbs = new Map<string, string[]>();
  for (const right of rights) {
    const [verb, ...rest] = right.split(' ');
    const resource = rest.join(' ');
    verbs.set(resource, [...(verbs.get(resource) ?? []), verb]);
  }
  return [...verbs].map(([resource, of]) => ({ resource, verbs: of }));
}
