export { PageVerdict } from './PageVerdict';
export type { PageVerdictLook, PageVerdictProps } from './PageVerdict';
