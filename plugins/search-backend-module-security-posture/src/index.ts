/**
 * Puts the controls and the open findings of entities into the search of the portal.
 *
 * @packageDocumentation
 */
export { searchModuleSecurityPosture as default } from './module';
