/** The configuration files of the demo portal, the last one wins. */
export const PORTAL_CONFIG = ['app-config.yaml', 'app-config.demo.yaml'];
