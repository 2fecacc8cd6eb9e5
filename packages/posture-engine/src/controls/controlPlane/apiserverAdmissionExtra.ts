import { defineFlagControl } from '../../kit/flags/defineFlagControl';
import {
  apiServerPod,
  HIDDEN_CONTROL_PLANE,
  MANAGED_CLUSTER,
} from '../../kit/flags/flagExamples';

export const apiserverAdmissionExtra = defineFlagControl({
  id: 'apiserver-admission-extra',
  title: 'The optional admission plugins are considered',
  failureTitle: 'Optional admission plugins are off',
  why: 'They close smaller doors: floods of events, private images that others pull from the cache of a node, and services that catch the traffic of foreign addresses.',
  fix: 'Weigh each of them: add `EventRateLimit` (with its configuration), `AlwaysPullImages` and `DenyServiceExternalIPs` to `--enable-admission-plugins`.',
  severity: 'info',
  frameworks: { nsa: ['P3'], cis: { '1.12': ['1.2.3', '1.2.9', '1.2.11'] } },
  references: [
    'https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/',
  ],
  reads:
    'Whether `--enable-admission-plugins` of every API server names EventRateLimit, AlwaysPullImages and DenyServiceExternalIPs. None is on by default.',
  notes:
    'The benchmark leaves each of them to judgement, so this is for information and costs nothing. AlwaysPullImages makes every start of a pod depend on the registry. The CIS benchmark asks that DenyServiceExternalIPs is set since 1.7; older wordings, and the title in Trivy, ask for the reverse.',
  examples: {
    pass: [
      apiServerPod(
        '--enable-admission-plugins=NodeRestriction,EventRateLimit,AlwaysPullImages,DenyServiceExternalIPs',
      ),
    ],
    fail: [apiServerPod('--enable-admission-plugins=NodeRestriction')],
    notApplicable: [MANAGED_CLUSTER],
    notEvaluated: [HIDDEN_CONTROL_PLANE],
  },
});
