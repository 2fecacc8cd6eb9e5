import { ControlContext } from '../../model/control';
import { Judgement, Violation } from '../../model/finding';
import { KubernetesObject } from '../../model/kubernetesObject';
import { defineImageControl, fail, pass } from '../../kit';
import { reportedPod, SCANNED_POD } from '../../kit/reportExamples';
import { MalformedInput, typeInWords } from '../../read/malformedInput';
import {
  JsonObject,
  objectOrEmpty,
  objectsAt,
  stringAt,
} from '../../read/typedReads';
import { freshImageReport, placeOfReport } from '../../relate/imageReports';

/** Secrets that one finding names. */
const MOST_NAMED = 20;

type Context = ControlContext<'trivyExposedSecretReports' | 'livePods'>;

/** Where a scanner saw a secret: never what it saw. */
interface ExposedSecret {
  readonly rule: string;
  readonly target: string;
  readonly severity: string;
}

export const imageExposedSecrets = defineImageControl({
  id: 'image-exposed-secrets',
  title: 'Images hold no credentials',
  failureTitle: 'A credential is baked into the image',
  why: 'Whoever can pull the image has the credential, and deleting the file in a later layer does not take it out.',
  fix: 'Give the service a new credential, rebuild the image without the file from a clean layer, and hand the credential over as a mounted Secret.',
  severity: 'critical',
  category: 'image',
  scope: 'image',
  frameworks: {
    nsa: ['P3', 'N7'],
    'nist-800-190': ['4.1.4'],
    'owasp-k8s': ['K03'],
  },
  references: [
    'https://aquasecurity.github.io/trivy-operator/latest/docs/crds/exposedsecret-report/',
  ],
  needs: ['trivyExposedSecretReports', 'livePods'],
  reads:
    'The newest ExposedSecretReport of trivy-operator about the image: rule, file and severity of each secret, never the match. A critical one fails as critical, a high one as high; those below are counted in a note. Reports older than 7 days (setting `imageReportDays`) are stale.',
  notes:
    'Test keys in the folders of dependencies are the usual false positive: exempt them by rule and file, which name the finding.',
  examples: {
    pass: [{ given: exposing('LOW'), surroundings: { fromCluster: true } }],
    fail: [
      { given: exposing('CRITICAL'), surroundings: { fromCluster: true } },
    ],
    notEvaluated: [
      {
        given: SCANNED_POD,
        surroundings: { fromCluster: true },
      },
    ],
  },
  evaluate(image, { inventory, now, settings }: Context): Judgement {
    const found = freshImageReport(
      image,
      {
        lists: [() => inventory.trivyExposedSecretReports],
        livePods: () => inventory.livePods,
      },
      now,
      settings.imageReportDays,
    );
    return 'verdict' in found ? found.verdict : judge(found.report.object);
  },
});

function judge(report: KubernetesObject): Judgement {
  const secrets = secretsOf(report);
  const critical = secrets.filter(({ severity }) => severity === 'CRITICAL');
  const high = secrets.filter(({ severity }) => severity === 'HIGH');
  const failing = [...critical, ...high];
  const milder = secrets.length - failing.length;
  const note = milder ? `${milder} of lower severity` : undefined;
  if (failing.length === 0) return pass(note);
  return fail(
    failing.slice(0, MOST_NAMED).map(secret => violation(secret, report)),
    {
      severity: critical.length ? 'critical' : 'high',
      ...(note ? { note } : {}),
    },
  );
}

/** Each rule and file once. A report without its list is not whole. */
function secretsOf(object: KubernetesObject): readonly ExposedSecret[] {
  const path = `${placeOfReport(object)}.report`;
  const report = objectOrEmpty(object, 'report', placeOfReport(object));
  if (!Array.isArray(report.secrets))
    throw new MalformedInput(
      `${path}.secrets`,
      'a list',
      typeInWords(report.secrets),
    );
  const secrets = objectsAt(report, 'secrets', path).map((secret, index) =>
    secretOf(secret, `${path}.secrets[${index}]`),
  );
  return [
    ...new Map(
      secrets.map(secret => [`${secret.rule} ${secret.target}`, secret]),
    ).values(),
  ];
}

function secretOf(secret: JsonObject, path: string): ExposedSecret {
  return {
    rule: stringAt(secret, 'ruleID', path) ?? '',
    target: stringAt(secret, 'target', path) ?? '',
    severity: (stringAt(secret, 'severity', path) ?? '').toUpperCase(),
  };
}

function violation(
  { rule, target, severity }: ExposedSecret,
  report: KubernetesObject,
): Violation {
  return {
    path: placeOfReport(report),
    field: `${rule} ${target}`,
    message: `${target} holds a secret by rule ${rule} (${severity.toLowerCase()})`,
    actual: 'a literal',
    expected: 'no secret',
  };
}

function exposing(severity: string): string {
  return reportedPod(
    'ExposedSecretReport',
    `  secrets:
    - ruleID: aws-access-key-id
      target: /app/deploy/.env
      severity: ${severity}`,
  );
}
