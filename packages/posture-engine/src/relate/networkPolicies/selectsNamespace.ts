import { MissingInput } from '../../evaluate/missingInput';
import { LabelSelector, selectorMatches } from '../labelSelector';
import { NamespaceFacts } from './podFacts';

/**
 * True where a namespace meets a selector. Throws MissingInput where that depends on a label of a namespace
 * of which no more than the name is known.
 */
export function selectsNamespace(
  { requirements }: LabelSelector,
  { labels, complete }: NamespaceFacts,
): boolean {
  const isKnown = (key: string) =>
    complete || Object.prototype.hasOwnProperty.call(labels, key);
  if (
    !selectorMatches(
      { requirements: requirements.filter(({ key }) => isKnown(key)) },
      labels,
    )
  )
    return false;
  if (requirements.every(({ key }) => isKnown(key))) return true;
  throw new MissingInput('namespaces', 'partial');
}
