/**
 * Annotations of an Ingress that put a login in front of what it publishes, and names of the Middlewares of Traefik that do.
 * Sources: the documentation of ingress-nginx, AWS Load Balancer Controller, GKE (Identity-Aware Proxy), HAProxy and Traefik.
 */
export const AUTHENTICATION_ANNOTATIONS: readonly RegExp[] = [
  /^nginx\.ingress\.kubernetes\.io\/auth-(?:url|signin|type|secret|tls-secret)$/,
  /^alb\.ingress\.kubernetes\.io\/auth-(?:type|idp-oidc|idp-cognito)$/,
  /^haproxy\.org\/auth-(?:type|secret)$/,
  /^haproxy-ingress\.github\.io\/(?:auth-url|auth-secret|oauth)$/,
  /^beta\.cloud\.google\.com\/backend-config$/,
  /^cloud\.google\.com\/backend-config$/,
  /^traefik\.ingress\.kubernetes\.io\/router\.middlewares$/,
];

/** Ends of the repositories of proxies that ask for a login before they pass anything on. */
export const AUTHENTICATION_PROXIES: readonly string[] = [
  'oauth2-proxy/oauth2-proxy',
  'bitnami/oauth2-proxy',
  'pomerium/pomerium',
  'openshift/oauth-proxy',
  'brancz/kube-rbac-proxy',
  'kube-rbac-proxy',
];
