export { CodeBlock } from './CodeBlock';
export type { CodeLine } from './CodeBlock';
