/** Where the demo portal answers; `app-config.demo.yaml` says the same. */
export const PORTAL_URL = 'http://localhost:7007';

/** Every port that the demo listens on, and what for. */
export const PORTS = [
  { port: 7007, purpose: 'the portal' },
  { port: 17000, purpose: 'the control of the demo clusters' },
  { port: 17001, purpose: 'the demo cluster prod-eu' },
  { port: 17002, purpose: 'the demo cluster staging' },
];

/** A service of the demo company that is scanned in every cluster. */
export const SCANNED_SERVICE_PATH =
  '/catalog/default/component/payments-api/security-posture';
