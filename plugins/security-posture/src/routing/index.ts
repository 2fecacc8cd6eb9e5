export { useEntityPageLink } from './useEntityPageLink';
export { ENTITY_TAB_PATH, useEntityTabLink } from './useEntityTabLink';
export { useUrlState } from './useUrlState';
