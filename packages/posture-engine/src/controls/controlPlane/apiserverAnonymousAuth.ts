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

export const apiserverAnonymousAuth = defineFlagControl({
  id: 'apiserver-anonymous-auth',
  title: 'The API server refuses requests without credentials',
  failureTitle: 'The API server takes requests without credentials',
  why: 'Where requests without credentials are let in, one careless role binding is enough to open the cluster to everyone who reaches it.',
  fix: `Give every API server \`--anonymous-auth=false\`; health probes of load balancers then need credentials or a TCP check. From Kubernetes 1.34 on, better keep the health endpoints open and nothing else, in the file of \`--authentication-config\`:

\`\`\`yaml
apiVersion: apiserver.config.k8s.io/v1
kind: AuthenticationConfiguration
anonymous:
  enabled: true
  conditions: [{ path: /livez }, { path: /readyz }, { path: /healthz }]
\`\`\`

kubeadm's own probes use \`/livez\` and \`/readyz\` without credentials, so that the second way suits it.`,
  severity: 'high',
  frameworks: {
    nsa: ['A1'],
    cis: { '1.12': ['1.2.1'] },
    'nist-800-190': ['4.3.2'],
    'owasp-k8s': ['K09'],
  },
  references: [
    'https://kubernetes.io/docs/reference/access-authn-authz/authentication/#anonymous-requests',
  ],
  needs: ['probes'],
  reads:
    'The flag `--anonymous-auth` of every API server, which is true where it is not set, unless `--authorization-mode` names AlwaysAllow. With `--authentication-config` the answer lies in a file that no API shows. The probes, where they are switched on: a request for namespaces without credentials (401 passes, 403 that names `system:anonymous` fails with medium severity, 200 with critical), and whether `system:anonymous` may list Secrets.',
  notes:
    'The CIS benchmark leaves this to a person, and its version 2.1.0 accepts health endpoints that stay open. Nearly every cluster that kubeadm made has anonymous requests on; they reach no more than roles give them. Where the probe shows that they are let in and refused, the finding has medium severity. On a managed control plane the flag is not for the owner of the cluster to set, so that only the probes are gone by.',
  examples: {
    pass: [apiServerPod('--anonymous-auth=false')],
    fail: [
      apiServerPod('--anonymous-auth=true'),
      apiServerPod('--authorization-mode=Node,RBAC'),
    ],
    notApplicable: [MANAGED_CLUSTER],
    notEvaluated: [
      HIDDEN_CONTROL_PLANE,
      apiServerPod('--authentication-config=/etc/kubernetes/authn.yaml'),
    ],
  },
  judge(byFlags, context) {
    if (byFlags.outcome === 'pass') return byFlags;
    return judgeByProbes(byFlags, context) ?? unlessProbed(byFlags, context);
  },
});

type Context = ControlContext<'probes'>;

/** What the probes say; they cannot take back what flags say, but tell how grave it is. */
function judgeByProbes(
  byFlags: Judgement,
  { inventory }: Context,
): Judgement | undefined {
  const probes = unlessMissing(() => inventory.probes) ?? [];
  if (
    probes.some(
      one =>
        one.probe === 'accessReview' && one.user === 'anonymous' && one.allowed,
    )
  )
    return letIn('may list Secrets without credentials', 'critical');
  const request = probes.find(one => one.probe === 'anonymousRequest');
  if (request?.status === 200)
    return letIn(
      'answers requests for namespaces without credentials',
      'critical',
    );
  if (request?.status === 403 && request.namesAnonymous)
    return letIn(
      'lets requests without credentials in, and its roles refuse them',
      'medium',
    );
  return request?.status === 401 && byFlags.outcome !== 'fail'
    ? pass('from a request without credentials, which was refused')
    : undefined;
}

function letIn(what: string, severity: 'critical' | 'medium'): Judgement {
  return fail(
    [
      {
        path: 'API server',
        field: 'API server anonymous requests',
        message: `the API server ${what}`,
        expected: 'the answer 401',
      },
    ],
    { severity, note: 'from a request without credentials' },
  );
}
