import { ObjectReference } from '../objects/Manifest';

export type FieldMatcher = (
  object: Pick<ObjectReference, 'namespace' | 'name'>,
) => boolean;

const requirement = /^(metadata\.name|metadata\.namespace)(==|=|!=)(.*)$/;

/**
 * Understands `fieldSelector` on `metadata.name` and `metadata.namespace`, the
 * two fields that every kind has.
 *
 * @throws SyntaxError on any other field or form.
 */
export function parseFieldSelector(selector: string): FieldMatcher {
  if (selector.trim() === '') {
    return () => true;
  }
  const matchers = selector.split(',').map(parseRequirement);
  return object => matchers.every(matches => matches(object));
}

function parseRequirement(text: string): FieldMatcher {
  const match = requirement.exec(text.trim());
  if (!match) {
    throw new SyntaxError(`field label not supported: ${text.trim()}`);
  }
  const [, field, operator, wanted] = match;
  const read: (object: Parameters<FieldMatcher>[0]) => string =
    field === 'metadata.name'
      ? object => object.name
      : object => object.namespace ?? '';
  return operator === '!='
    ? object => read(object) !== wanted
    : object => read(object) === wanted;
}
