export { EXIT } from './exitCodes';
export type { ExitCode } from './exitCodes';
export type { Io, Output } from './Io';
export { main } from './main';
