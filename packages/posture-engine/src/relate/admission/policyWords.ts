import { wordsOf } from '../networkPolicies/readPolicy';
import { AdmissionPolicy } from './admissionPolicy';

/** Policies that a sentence names. */
const NAMED = 3;

/** Policies in words, each once: `ClusterPolicy a, ClusterPolicy b and 2 more`. */
export function policiesInWords(policies: readonly AdmissionPolicy[]): string {
  const names = [...new Set(policies.map(({ ref }) => wordsOf(ref)))];
  const more = names.length - NAMED;
  return more > 0
    ? `${names.slice(0, NAMED).join(', ')} and ${more} more`
    : names.join(', ');
}
