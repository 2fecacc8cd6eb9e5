/**
 * Scaffolder actions of Security Posture.
 *
 * @packageDocumentation
 */
export { scaffolderModuleSecurityPosture as default } from './module';
