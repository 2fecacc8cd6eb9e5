import { ControlContext } from '../../model/control';
import { Judgement } from '../../model/finding';
import { fail, pass, unlessMissing } from '../../kit';
import { defineFlagControl } from '../../kit/flags/defineFlagControl';
import {
  apiServerPod,
  HIDDEN_CONTROL_PLANE,
  MANAGED_CLUSTER,
} from '../../kit/flags/flagExamples';
import { unlessProbed } from '../../kit/flags/judgeFlags';

const RBAC_GROUP = 'rbac.authorization.k8s.io';

export const apiserverAuthorizationMode = defineFlagControl({
  id: 'apiserver-authorization-mode',
  title: 'The API server authorises every request, by roles',
  failureTitle: 'The API server does not authorise requests by roles',
  why: 'With AlwaysAllow every user and every service may do everything, whatever roles and bindings say.',
  fix: 'Give every API server `--authorization-mode=Node,RBAC`.',
  severity: 'critical',
  frameworks: {
    nsa: ['A2'],
    cis: { '1.12': ['1.2.6', '1.2.7', '1.2.8'] },
    'nist-800-190': ['4.3.1'],
    'owasp-k8s': ['K02'],
  },
  references: [
    'https://kubernetes.io/docs/reference/access-authn-authz/authorization/',
  ],
  needs: ['probes', 'servedResources'],
  reads:
    'The flag `--authorization-mode` of every API server; where it is not set, everything is allowed. AlwaysAllow, or a list without RBAC, is critical; a list without Node has high severity. With `--authorization-config` the modes lie in a file that no API shows. Where flags are not visible and probes are switched on: a user that does not exist is refused the list of all Secrets, while the API server serves `rbac.authorization.k8s.io`.',
  notes:
    'That the API group of roles is served proves nothing by itself: it is served under AlwaysAllow too. A list that is given in several flags adds up, as the API server takes it. The compliance report k8s-nsa of Trivy judges its number 7.1, RBAC, by the check for Node; reports of single checks are not affected.',
  examples: {
    pass: [apiServerPod('--authorization-mode=Node,RBAC')],
    fail: [
      apiServerPod('--authorization-mode=AlwaysAllow'),
      apiServerPod('--authorization-mode=RBAC'),
    ],
    notApplicable: [MANAGED_CLUSTER],
    notEvaluated: [
      HIDDEN_CONTROL_PLANE,
      apiServerPod('--authorization-config=/etc/kubernetes/authz.yaml'),
    ],
  },
  judge: (byFlags, context) =>
    byFlags.outcome === 'pass' || byFlags.outcome === 'fail'
      ? byFlags
      : judgeByReview(context) ?? unlessProbed(byFlags, context),
});

/** What the API server answers on a user that does not exist. */
function judgeByReview({
  inventory,
}: ControlContext<'probes' | 'servedResources'>): Judgement | undefined {
  const probes = unlessMissing(() => inventory.probes) ?? [];
  const review = probes.find(
    one => one.probe === 'accessReview' && one.user === 'madeUp',
  );
  if (review?.probe !== 'accessReview') return undefined;
  if (review.allowed)
    return fail(
      [
        {
          path: 'API server',
          field: 'API server authorisation',
          message: 'a user that does not exist may list all Secrets',
          expected: 'a refusal',
        },
      ],
      { note: 'from an access review' },
    );
  const served = unlessMissing(() => inventory.servedResources) ?? [];
  return served.some(({ group }) => group === RBAC_GROUP)
    ? pass('from an access review: a user that does not exist was refused')
    : undefined;
}
