import { matchesWildcards } from '../../read/wildcards';
import { EVERYWHERE, NamespaceTest } from './admissionPolicy';

/** Namespaces by name, with wildcards; without names any. */
export function namesTest(patterns: readonly string[]): NamespaceTest {
  if (patterns.length === 0) return EVERYWHERE;
  return ({ name }) =>
    patterns.some(pattern => matchesWildcards(pattern, name)) ? 'covers' : 'no';
}

/** One namespace. */
export function onlyIn(namespace: string): NamespaceTest {
  return ({ name }) => (name === namespace ? 'covers' : 'no');
}
