import { ApiResource } from './ApiResource';
import { groupOf, Manifest, ObjectReference, versionOf } from './Manifest';

interface DefinitionSpec {
  group: string;
  scope: string;
  names: {
    plural: string;
    kind: string;
    singular?: string;
    shortNames?: string[];
  };
  versions: {
    name: string;
    served: boolean;
    subresources?: { status?: object };
  }[];
}

const verbs = ['get', 'list', 'watch'];

/** The kinds that a CustomResourceDefinition brings, one per served version. */
export function definedResources(definition: Manifest): ApiResource[] {
  const spec = definition.spec as unknown as DefinitionSpec;
  return spec.versions
    .filter(version => version.served)
    .map(version => ({
      group: spec.group,
      version: version.name,
      plural: spec.names.plural,
      singular: spec.names.singular ?? spec.names.kind.toLowerCase(),
      kind: spec.names.kind,
      namespaced: spec.scope === 'Namespaced',
      shortNames: spec.names.shortNames ?? [],
      hasStatus: version.subresources?.status !== undefined,
      custom: true,
      verbs,
    }));
}

/** A kind without a definition, guessed from one object of it. */
export function inferredResource(object: ObjectReference): ApiResource {
  const singular = object.kind.toLowerCase();
  return {
    group: groupOf(object.apiVersion),
    version: versionOf(object.apiVersion),
    plural: pluralOf(singular),
    singular,
    kind: object.kind,
    namespaced: object.namespace !== undefined,
    shortNames: [],
    hasStatus: false,
    custom: true,
    verbs,
  };
}

function pluralOf(singular: string): string {
  if (/[^aeiou]y$/.test(singular)) {
    return `${singular.slice(0, -1)}ies`;
  }
  return /(s|x|z|ch|sh)$/.test(singular) ? `${singular}es` : `${singular}s`;
}
