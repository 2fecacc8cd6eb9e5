export { ScopeName } from './ScopeName';
export type { ScopeNameProps } from './ScopeName';
export { scopeName } from './scopeName';
