import { flag, listOf, object, oneOf, ref, Schema, text, time } from '../kit';

/** What may be read of a cluster. */
export const preflightSchemas: Readonly<Record<string, Schema>> = {
  PreflightItem: object({
    name: text,
    state: oneOf(['readable', 'unreadable', 'notServed', 'switchedOff']),
    'reason?': ref('ReasonCode'),
    controls: listOf(text),
    grantedBy: text,
    'rule?': object({
      'namespace?': text,
      'nonResourceURLs?': listOf(text),
      'apiGroups?': listOf(text),
      'resources?': listOf(text),
      'resourceNames?': listOf(text),
      verbs: listOf(text),
    }),
    'setting?': text,
  }),
  PreflightView: object({
    cluster: text,
    checkedAt: time,
    answers: flag,
    'reason?': ref('ReasonCode'),
    'kubernetesVersion?': text,
    items: listOf(ref('PreflightItem')),
  }),
};
