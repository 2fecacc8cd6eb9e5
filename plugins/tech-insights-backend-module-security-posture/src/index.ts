/**
 * Facts on the security posture of entities, for the checks of Tech Insights.
 *
 * @packageDocumentation
 */
export { securityPostureFactSchema } from './factSchema';
export {
  SECURITY_POSTURE_FACTS_VERSION,
  SECURITY_POSTURE_RETRIEVER_ID,
} from './retrieverId';
export { techInsightsModuleSecurityPosture as default } from './module';
