/** Id of the fact retriever: the key below `techInsights.factRetrievers`, and what checks name in `factIds`. */
export const SECURITY_POSTURE_RETRIEVER_ID = 'securityPosture';

/** Version of the facts (semver). Raised with every change of their names or types. */
export const SECURITY_POSTURE_FACTS_VERSION = '1.1.0';
