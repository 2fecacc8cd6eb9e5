export { ScopesPage } from './ScopesPage';
export type { ScopesPageProps } from './ScopesPage';
