import { ControlContext } from '../../model/control';
import { Judgement, Violation } from '../../model/finding';
import {
  defineClusterControl,
  fail,
  notEvaluated,
  pass,
  PRIVILEGE_NEEDS,
} from '../../kit';
import { cappedViolations } from '../../kit/cappedViolations';
import { itemsOf } from '../../kit/flags/flagTest';
import { unlessMalformed } from '../../kit/unlessMalformed';
import { AdmissionPolicy } from '../../relate/admission/admissionPolicy';
import { enforcementIn, Enforcement } from '../../relate/admission/enforcement';
import {
  ADMISSION_NEEDS,
  VERIFIER_NEEDS,
  verifiersOf,
} from '../../relate/admission/policySources';
import { policiesInWords } from '../../relate/admission/policyWords';
import {
  placesToAsk,
  userNamespaces,
} from '../../relate/admission/userNamespaces';
import {
  controlPlaneFlags,
  FLAG_SOURCE_NEEDS,
} from '../../relate/controlPlane/controlPlaneFlags';

const NEEDS = [
  ...ADMISSION_NEEDS,
  ...VERIFIER_NEEDS,
  ...FLAG_SOURCE_NEEDS,
  ...PRIVILEGE_NEEDS,
  'namespaces',
] as const;

type Context = ControlContext<(typeof NEEDS)[number]>;

const SHOP = `apiVersion: v1
kind: Namespace
metadata: { name: shop }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  template:
    spec: { containers: [{ name: web, image: "registry.example.com/web:2.1" }] }`;

const policy = (action: string) => `${SHOP}
---
apiVersion: kyverno.io/v1
kind: ClusterPolicy
metadata: { name: verify-images }
spec:
  rules:
    - name: signed
      match: { any: [{ resources: { kinds: [Pod] } }] }
      verifyImages:
        - imageReferences: ["*"]
          failureAction: ${action}
          attestors: [{ entries: [{ keys: { secret: { name: cosign, namespace: kyverno } } }] }]`;

const NO_VERIFIER: Violation = {
  path: '',
  field: 'verifier',
  message: 'nothing asks for signatures of images when pods are admitted',
  expected: 'a policy that refuses images without a valid signature',
};

export const imageSigned = defineClusterControl({
  id: 'image-signed',
  title: 'Only images with a valid signature are admitted',
  failureTitle: 'Images run whose signatures nothing verifies',
  why: 'Whoever can push to a registry, or answer in its place, can run their program in your cluster, unless a signature is asked for.',
  fix: `Sign images where they are built (\`cosign sign\`), and let a policy refuse those without a signature; with Kyverno and the public key of your pipeline:

\`\`\`yaml
apiVersion: kyverno.io/v1
kind: ClusterPolicy
metadata: { name: verify-images }
spec:
  rules:
    - name: signed
      match: { any: [{ resources: { kinds: [Pod] } }] }
      verifyImages:
        - imageReferences: ["*"]
          failureAction: Enforce
          attestors: [{ entries: [{ keys: { secret: { name: cosign, namespace: kyverno } } }] }]
\`\`\`

Start with \`failureAction: Audit\`, and read its reports before you enforce.`,
  severity: 'medium',
  category: 'image',
  scope: 'cluster',
  frameworks: {
    nsa: ['P3'],
    cis: { '1.12': ['5.5.1'] },
    'nist-800-190': ['4.1.5', '4.2.3'],
  },
  references: [
    'https://kyverno.io/docs/',
    'https://docs.sigstore.dev/policy-controller/overview/',
    'https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#imagepolicywebhook',
  ],
  needs: NEEDS,
  reads:
    'What asks for signatures when pods are admitted: `verifyImages` of Kyverno with attestors, ImageValidatingPolicies that verify signatures, ClusterImagePolicies of Sigstore in namespaces that its webhook asks about (by default those with the label `policy.sigstore.dev/include`), constraints of Ratify in Gatekeeper, `verify-image-signatures` of Kubewarden, and the admission plug-in ImagePolicyWebhook in the flags of the API server. One of them has to refuse pods in every namespace with workloads, but those of the cluster itself (setting `systemNamespaces`), those that a provider looks after, and those of network and volume plug-ins.',
  notes:
    'Policies that only audit or warn do not count. Which images a policy names is not compared with what runs: where none of them names all images, the pass says so. What Connaisseur refuses stands in a ConfigMap that is not read, so that it leaves the verdict open. Verifiers of a provider outside the cluster, such as Binary Authorization of Google, leave nothing that can be read: exempt the finding there.',
  examples: {
    pass: [policy('Enforce')],
    fail: [SHOP, policy('Audit')],
    notEvaluated: [
      {
        given: SHOP,
        surroundings: { unread: { kyvernoClusterPolicies: 'forbidden' } },
      },
    ],
  },
  evaluate(_, context: Context): Judgement {
    const byServer = asksWebhook(context);
    if (byServer) return pass(`ImagePolicyWebhook, ${byServer}`);
    const read = verifiersOf(context);
    if (!read.policies.some(({ checks }) => checks.signatures)) {
      read.demandAll();
      return fail([NO_VERIFIER]);
    }
    const places = placesToAsk(
      userNamespaces(context).filter(({ hasWorkloads }) => hasWorkloads),
    );
    return judgementOf(
      places.map(place => ({
        name: place.name,
        ...enforcementIn(place, ['signatures'], read, context),
      })),
    );
  },
});

type PlaceState = Enforcement & { readonly name: string };

function judgementOf(places: readonly PlaceState[]): Judgement {
  const uncovered = places.filter(({ state }) => state === 'no');
  if (uncovered.length > 0)
    return fail(cappedViolations(uncovered.map(violationOf)));
  const unsure = places.filter(({ state }) => state === 'unsure');
  const by = (unsure.length ? unsure : places).flatMap(one => one.by);
  return unsure.length > 0
    ? notEvaluated(
        'partial',
        `it depends on more than can be read whether ${policiesInWords(
          by,
        )} refuses images without a signature`,
      )
    : pass(noteOf(by));
}

function noteOf(policies: readonly AdmissionPolicy[]): string {
  const note = `enforced by ${policiesInWords(policies)}`;
  return policies.every(({ someImagesOnly }) => someImagesOnly)
    ? `${note}; only images that they name are verified`
    : note;
}

function violationOf({ name }: PlaceState): Violation {
  return {
    path: `Namespace ${name}`,
    field: `Namespace ${name}`,
    message: `nothing asks for signatures of the images in namespace "${name}"`,
    expected: 'a policy that covers the namespace',
  };
}

/** Where the flags show that every API server asks a webhook about images, the source of the flags. */
function asksWebhook(context: Context): string | undefined {
  const source = unlessMalformed(() =>
    controlPlaneFlags(context, 'kube-apiserver'),
  );
  return source?.programs.every(({ flags }) =>
    (flags.get('enable-admission-plugins')?.values ?? []).some(value =>
      itemsOf(value).includes('ImagePolicyWebhook'),
    ),
  )
    ? source.note
    : undefined;
}
