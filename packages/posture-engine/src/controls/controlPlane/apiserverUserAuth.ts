import { ControlContext } from '../../model/control';
import { defineClusterControl, notEvaluated, pass } from '../../kit';
import {
  apiServerPod,
  HIDDEN_CONTROL_PLANE,
} from '../../kit/flags/flagExamples';
import { notVisible } from '../../kit/flags/judgeFlags';
import {
  controlPlaneFlags,
  FLAG_SOURCE_NEEDS,
  FlagSourceNeed,
} from '../../relate/controlPlane/controlPlaneFlags';
import {
  CONTROL_PLANE_NEEDS,
  ControlPlaneNeed,
  controlPlaneOf,
} from '../../relate/controlPlane/controlPlaneOf';
import { FlagSource } from '../../relate/controlPlane/flagSource';

/** Flags by which an API server takes the word of an identity provider. */
const IDENTITY_FLAGS = [
  'oidc-issuer-url',
  'authentication-config',
  'authentication-token-webhook-config-file',
];

/** Managed services that sign people in through the identity provider of their cloud. */
const WITH_IDENTITY = new Set([
  'ack',
  'aks',
  'eks',
  'gke',
  'iks',
  'oke',
  'openshift',
]);

const CERTIFICATES =
  'whether people sign in with certificates beside it is for a person to say';

export const apiserverUserAuth = defineClusterControl({
  id: 'apiserver-user-auth',
  title: 'People sign in through an identity provider',
  failureTitle: 'People sign in with credentials of the cluster itself',
  why: 'Only an identity provider asks for a second factor, knows who has left, and can lock an account at once; a client certificate works until it expires.',
  fix: `Let the API server take tokens of your identity provider, in the file of \`--authentication-config\`:

\`\`\`yaml
apiVersion: apiserver.config.k8s.io/v1
kind: AuthenticationConfiguration
jwt:
  - issuer:
      url: https://identity.example.com
      audiences: [kubernetes]
    claimMappings:
      username: { claim: email, prefix: "oidc:" }
      groups: { claim: groups, prefix: "oidc:" }
\`\`\`

Then keep certificates for the parts of the cluster, and attest it.`,
  severity: 'medium',
  category: 'controlPlane',
  scope: 'controlPlane',
  frameworks: {
    nsa: ['A1'],
    cis: { '1.12': ['3.1.1', '3.1.2', '3.1.3'] },
    'nist-800-190': ['4.3.1', '4.3.2'],
    'owasp-k8s': ['K09'],
  },
  references: [
    'https://kubernetes.io/docs/reference/access-authn-authz/authentication/#openid-connect-tokens',
  ],
  needs: [...FLAG_SOURCE_NEEDS, ...CONTROL_PLANE_NEEDS],
  reads:
    'Whether every API server has `--oidc-issuer-url`, `--authentication-config` or `--authentication-token-webhook-config-file`. Managed services whose people sign in through the cloud (EKS, AKS, GKE and others) pass.',
  notes:
    'That an identity provider is set up does not prove that nobody uses a client certificate or the kubeconfig of the administrator, which the note of a pass says. Where none is set up, people may still sign in through a proxy (Teleport, Pinniped): that is for a person to attest, and so this control never fails by itself.',
  exampleSurroundings: { fromCluster: true },
  examples: {
    pass: [
      apiServerPod('--oidc-issuer-url=https://identity.example.com'),
      {
        given: `apiVersion: v1
kind: Namespace
metadata: { name: kube-system }`,
        surroundings: {
          fromCluster: true,
          serverVersion: 'v1.35.2-eks-1a2b3c4',
        },
      },
    ],
    fail: [
      {
        given: apiServerPod('--authorization-mode=Node,RBAC'),
        surroundings: {
          fromCluster: true,
          attestations: [
            {
              control: 'apiserver-user-auth',
              outcome: 'fail',
              author: 'user:default/vera',
              expiresAt: Date.UTC(2027, 0, 1),
            },
          ],
        },
      },
    ],
    notEvaluated: [
      apiServerPod('--authorization-mode=Node,RBAC'),
      HIDDEN_CONTROL_PLANE,
    ],
  },
  evaluate(_, context: ControlContext<FlagSourceNeed | ControlPlaneNeed>) {
    const source = controlPlaneFlags(context, 'kube-apiserver');
    if (source) return judgeBySource(source);
    const controlPlane = controlPlaneOf(context);
    if (controlPlane.is !== 'providerManaged') return notVisible(context);
    const { id, name } = controlPlane.provider;
    return WITH_IDENTITY.has(id)
      ? pass(`${name} signs people in through its cloud; ${CERTIFICATES}`)
      : notEvaluated('manual', `${name} runs the control plane`);
  },
});

function judgeBySource({ programs, note }: FlagSource) {
  const hasProvider = programs.every(({ flags }) =>
    IDENTITY_FLAGS.some(flag => flags.has(flag)),
  );
  return hasProvider
    ? pass(`${note}; ${CERTIFICATES}`)
    : notEvaluated('manual', `${note}, which name no identity provider`);
}
