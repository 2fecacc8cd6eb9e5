import { oneOf, pathParameter, queryParameter, Schema } from './kit';

/** What the catalog takes in the kind, namespace and name of an entity, with room for longer names than its own. */
const refPart: Schema = {
  type: 'string',
  minLength: 1,
  maxLength: 253,
  pattern: '^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$',
};

/** The parameters that name an entity. */
export const entityParameters = [
  pathParameter('kind', 'Kind of the entity: `component`', refPart),
  pathParameter('namespace', 'Namespace of the entity: `default`', refPart),
  pathParameter('name', 'Name of the entity', refPart),
];

/** The parameters that name a group, system or domain. */
export const scopeParameters = [
  pathParameter(
    'kind',
    'Kind of what holds entities',
    oneOf(['group', 'system', 'domain']),
  ),
  ...entityParameters.slice(1),
];

/** The parameter that names a cluster, as the kubernetes plugin does. */
export const clusterParameter = pathParameter('name', 'Name of the cluster', {
  type: 'string',
  minLength: 1,
  maxLength: 253,
});

/** A date or an ISO time. */
export const timeText: Schema = {
  type: 'string',
  maxLength: 40,
  pattern:
    '^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2}))?$',
};

/** The parameter that names where a page begins. */
export const cursorParameter = queryParameter(
  'cursor',
  'The `nextCursor` of the page before',
  { type: 'string', minLength: 1, maxLength: 200 },
);

/** Parameters of every list that is paged. */
export const pageParameters = [
  cursorParameter,
  queryParameter('limit', 'Items of a page', {
    type: 'integer',
    minimum: 1,
    maximum: 200,
    default: 50,
  }),
];
