import { Manifest } from '../objects/Manifest';
import { ManifestSource } from '../objects/ManifestSource';

type Subject = Pick<ManifestSource, 'namespace' | 'name' | 'read'>;

export type FieldMatcher = (object: Subject) => boolean;

type ReadField = (object: Subject) => string;

const requirement = /^([\w.]+?)(==|=|!=)(.*)$/;

/** The two fields that every kind has. */
const commonFields: Record<string, ReadField> = {
  'metadata.name': object => object.name,
  'metadata.namespace': object => object.namespace ?? '',
};

/** By resource. */
const ownFields: Record<string, Record<string, ReadField>> = {
  secrets: { type: object => typeOf(object.read()) },
};

/**
 * Understands `fieldSelector` on name and namespace, and on the `type` of
 * Secrets.
 *
 * @param resource - `secrets`, `deployments.apps`
 * @throws SyntaxError on any other field or form.
 */
export function parseFieldSelector(
  selector: string,
  resource: string,
): FieldMatcher {
  if (selector.trim() === '') {
    return () => true;
  }
  const fields = { ...commonFields, ...ownFields[resource] };
  const matchers = selector
    .split(',')
    .map(text => parseRequirement(text.trim(), fields));
  return object => matchers.every(matches => matches(object));
}

function parseRequirement(
  text: string,
  fields: Record<string, ReadField>,
): FieldMatcher {
  const [, field = '', operator, wanted] = requirement.exec(text) ?? [];
  if (!Object.hasOwn(fields, field)) {
    throw new SyntaxError(`field label not supported: ${text}`);
  }
  const read = fields[field];
  return operator === '!='
    ? object => read(object) !== wanted
    : object => read(object) === wanted;
}

function typeOf(secret: Manifest): string {
  return String(secret.type ?? 'Opaque');
}
