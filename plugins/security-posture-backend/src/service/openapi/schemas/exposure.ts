import { count, flag, listOf, object, oneOf, ref, Schema, text } from '../kit';

const LISTS = [
  'services',
  'ingresses',
  'routes',
  'policies',
  'isolation',
  'rights',
];
const REACHES = ['outside', 'restricted', 'inside', 'unknown'];

/** Who can reach the workloads of an entity. */
export const exposureSchemas: Readonly<Record<string, Schema>> = {
  Reach: oneOf(REACHES),
  TlsUseView: oneOf(['yes', 'no', 'unknown']),
  IsolationState: oneOf(['refused', 'open', 'unguarded']),
  ExposureList: oneOf(LISTS),
  ExposureNode: object({
    id: text,
    type: oneOf([
      'gateway',
      'ingress',
      'route',
      'service',
      'workload',
      'serviceAccount',
      'right',
      'policy',
    ]),
    cluster: text,
    kind: text,
    'namespace?': text,
    name: text,
    'hosts?': listOf(object({ host: text, tls: ref('TlsUseView') })),
    'moreHosts?': count,
    'service?': object({
      type: text,
      exposure: oneOf(['cluster', 'restricted', 'nodePort', 'loadBalancer']),
    }),
    'directions?': listOf(oneOf(['ingress', 'egress'])),
    'right?': ref('AccountRightView'),
    'moreRights?': count,
    'token?': flag,
  }),
  WorkloadExposureView: object({
    id: text,
    resource: ref('ResourceView'),
    reach: ref('Reach'),
    'tls?': ref('TlsUseView'),
    entries: listOf(text),
    services: listOf(text),
    policies: listOf(text),
    'serviceAccount?': text,
    'isolation?': object({
      ingress: ref('IsolationState'),
      egress: ref('IsolationState'),
    }),
    hostNetwork: flag,
    hostPorts: listOf(count),
    unread: listOf(
      object({ list: ref('ExposureList'), reason: ref('ReasonCode') }),
    ),
    leftOut: object({ services: count, entries: count, policies: count }),
  }),
  ExposureResponse: object({
    workloads: listOf(ref('WorkloadExposureView')),
    total: count,
    reach: object(Object.fromEntries(REACHES.map(reach => [reach, count]))),
    nodes: listOf(ref('ExposureNode')),
    edges: listOf(object({ from: text, to: text })),
    partial: flag,
    unread: listOf(
      object({
        cluster: text,
        list: ref('ExposureList'),
        reason: ref('ReasonCode'),
        workloads: count,
      }),
    ),
  }),
};
