import { JsonObject, objectAt } from '../../read/typedReads';
import { LabelSelector, selectorMatches } from '../labelSelector';
import { NamespaceFacts } from '../networkPolicies/podFacts';
import { readObjectSelector } from '../objectSelector';
import { NamespaceTest } from './admissionPolicy';
import { Coverage } from './coverage';

/** The test that a field with a selector of namespaces is; without one all namespaces are meant. */
export function namespaceSelectorAt(
  object: JsonObject,
  key: string,
  path: string,
): NamespaceTest {
  const selector = objectAt(object, key, path);
  const parsed = readObjectSelector(selector ?? {}, `${path}.${key}`);
  return namespace => selects(parsed, namespace);
}

/** Whether a field selects some pods only, by their labels. */
export function selectsSomeObjects(
  object: JsonObject,
  key: string,
  path: string,
): boolean {
  const selector = objectAt(object, key, path);
  return (
    selector !== undefined &&
    readObjectSelector(selector, `${path}.${key}`).requirements.length > 0
  );
}

/** A namespace of which no more than the name is known may have any other label. */
function selects(
  { requirements }: LabelSelector,
  { labels, complete }: NamespaceFacts,
): Coverage {
  const isKnown = (key: string) =>
    complete || Object.prototype.hasOwnProperty.call(labels, key);
  const known = requirements.filter(({ key }) => isKnown(key));
  if (!selectorMatches({ requirements: known }, labels)) return 'no';
  return known.length === requirements.length ? 'covers' : 'unsure';
}
