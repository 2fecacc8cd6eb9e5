export { BOARD_PAGES, boardPath } from './boardPaths';
export type { BoardPage } from './boardPaths';
export { PathSwitch, usePathParameter } from './PathSwitch';
export type { PathCase } from './PathSwitch';
export { useBoardLink, useMountedBoardLink } from './useBoardLink';
export type { BoardLink, BoardLinkTarget } from './useBoardLink';
export { useEntityPageLink } from './useEntityPageLink';
export { ENTITY_TAB_PATH, useEntityTabLink } from './useEntityTabLink';
export { useUrlState } from './useUrlState';
