/**
 * Annotations of a Service by which a provider keeps its load balancer off the internet, with the values that say so.
 * Sources: the documentation of AWS Load Balancer Controller, the cloud controllers of AWS, Azure, GKE, OpenStack, Oracle,
 * Alibaba Cloud and IBM Cloud.
 */
export const INTERNAL_LOAD_BALANCERS: Readonly<Record<string, RegExp>> = {
  'service.beta.kubernetes.io/aws-load-balancer-internal':
    /^(?:true|0\.0\.0\.0\/0)$/,
  'service.beta.kubernetes.io/aws-load-balancer-scheme': /^internal$/,
  'service.beta.kubernetes.io/azure-load-balancer-internal': /^true$/,
  'networking.gke.io/load-balancer-type': /^Internal$/i,
  'cloud.google.com/load-balancer-type': /^Internal$/i,
  'service.beta.kubernetes.io/openstack-internal-load-balancer': /^true$/,
  'service.beta.kubernetes.io/oci-load-balancer-internal': /^true$/,
  'oci-network-load-balancer.oraclecloud.com/internal': /^true$/,
  'service.beta.kubernetes.io/alibaba-cloud-loadbalancer-address-type':
    /^intranet$/,
  'service.kubernetes.io/ibm-load-balancer-cloud-provider-ip-type': /^private$/,
};
