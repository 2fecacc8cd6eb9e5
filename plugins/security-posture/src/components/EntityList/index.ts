export { EntityList } from './EntityList';
export { useEntitiesQuery } from './useEntitiesQuery';
