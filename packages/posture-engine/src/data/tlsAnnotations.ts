/**
 * Annotations of an Ingress by which its controller may serve TLS although the Ingress names none:
 * with a certificate of the load balancer or of the controller, which the API does not show.
 * Sources: the documentation of AWS Load Balancer Controller, GKE Ingress, Azure Application Gateway, Traefik, OpenShift and HAProxy.
 */
export const TLS_ANNOTATIONS: readonly string[] = [
  'alb.ingress.kubernetes.io/certificate-arn',
  'alb.ingress.kubernetes.io/ssl-policy',
  'appgw.ingress.kubernetes.io/appgw-ssl-certificate',
  'haproxy.org/ssl-certificate',
  'ingress.gcp.kubernetes.io/pre-shared-cert',
  'networking.gke.io/managed-certificates',
  'route.openshift.io/termination',
  'traefik.ingress.kubernetes.io/router.tls',
  'nginx.ingress.kubernetes.io/force-ssl-redirect',
];
