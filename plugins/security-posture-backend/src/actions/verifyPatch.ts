import { InputError } from '@backstage/errors';
import {
  EvaluateResponse,
  FindingView,
  ManifestResource,
  SecurityPostureApi,
} from 'backstage-plugin-security-posture-common';
import { manifestsAsJson } from './manifestsAsJson';

/** What is to be verified: manifests that are patched, or a patch and manifests that are not. */
export interface Verification {
  readonly findingKey: string;
  readonly manifests: string;
  readonly patch?: string;
  readonly entityRef?: string;
  readonly kubernetesVersion?: string;
}

/** A control that newly fails. */
export interface NewFailure {
  control: string;
  resource: ManifestResource;
}

/** What a change does to a finding, and to everything else. */
export interface Verdict {
  /** `verified` where it ends the finding and breaks nothing, and nowhere else. */
  verdict: 'verified' | 'notFixed' | 'breaks' | 'doesNotApply';
  fixed: boolean;
  newFailures: NewFailure[];
  newFailuresTotal: number;
  /** Why the API server would refuse the object. */
  refusals: string[];
  /** Why the verdict is not `verified`. */
  because?: string;
}

/** Judges manifests as they would be rolled out, and says what becomes of a finding. Throws an InputError where nothing can become of it. */
export async function verifyPatch(
  api: SecurityPostureApi,
  wanted: Verification,
): Promise<{ finding: FindingView; verdict: Verdict }> {
  const finding = await api.getFinding(wanted.findingKey);
  requireOpenFail(finding);
  const verdict =
    wanted.patch === undefined
      ? await verifyManifests(api, finding, wanted)
      : await tryPatch(api, finding, wanted.patch, wanted);
  return { finding, verdict };
}

function requireOpenFail({ key, outcome, closedAt }: FindingView): void {
  if (closedAt !== undefined)
    throw new InputError(`Finding ${key} is over: there is nothing to verify`);
  if (outcome !== 'fail')
    throw new InputError(
      `Finding ${key} is not a failure but ${outcome}: no patch ends it`,
    );
}

/** Patched manifests beside the live entity: what it fails and they do not is fixed, what they fail and it does not is new. */
async function verifyManifests(
  api: SecurityPostureApi,
  finding: FindingView,
  { manifests, kubernetesVersion, entityRef }: Verification,
): Promise<Verdict> {
  const answer = await api.evaluate({
    manifests: manifestsAsJson(manifests),
    entityRef: entityRef ?? theEntityOf(finding),
    ...(kubernetesVersion ? { kubernetesVersion } : {}),
  });
  const fixed =
    answer.comparison?.fixed.some(({ key }) => key === finding.key) ?? false;
  const failures = answer.findings.filter(
    ({ standing, exempted }) => standing === 'new' && !exempted,
  );
  return verdictOf({
    fixed,
    newFailures: failures,
    newFailuresTotal: answer.comparison?.new ?? failures.length,
    refusals: [],
    ...(fixed ? {} : { because: whyNotFixed(finding, answer) }),
  });
}

function theEntityOf({ key, entities = [] }: FindingView): string {
  if (entities.length !== 1)
    throw new InputError(
      `Say in entityRef for which entity to verify: finding ${key} belongs to ${
        entities.length ? entities.join(' and ') : 'none'
      }`,
    );
  return entities[0];
}

function whyNotFixed(
  { control, resource }: FindingView,
  { findings, notEvaluated }: EvaluateResponse,
): string {
  const object = `${resource.kind} ${resource.name}`;
  const [found] = findings.filter(
    one =>
      one.control === control &&
      one.resource.kind === resource.kind &&
      one.resource.name === resource.name,
  );
  if (found?.outcome === 'fail') return `${object} still fails ${control}`;
  if (found || notEvaluated.some(one => one.control === control))
    return `The manifests do not show enough to judge ${control} on ${object}`;
  return `The manifests hold no ${object} that ${control} passes on: send what the service renders to`;
}

/** A patch on manifests that are not patched: what fails before it is not new. */
async function tryPatch(
  api: SecurityPostureApi,
  { control, resource }: FindingView,
  patch: string,
  { manifests, kubernetesVersion }: Verification,
): Promise<Verdict> {
  const { kind, namespace, name } = resource;
  const [patchObject] = JSON.parse(manifestsAsJson(patch));
  const { patches: [tried] = [] } = await api.evaluate({
    manifests: manifestsAsJson(manifests),
    ...(kubernetesVersion ? { kubernetesVersion } : {}),
    patches: [
      {
        ...{ kind, name, patch: JSON.stringify(patchObject ?? null) },
        ...(namespace ? { namespace } : {}),
      },
    ],
  });
  const fixed = tried.fixes.includes(control);
  const verdict = verdictOf({
    fixed,
    newFailures: tried.breaks.map(one => ({
      control: one,
      resource: tried.resource,
    })),
    newFailuresTotal: tried.breaks.length,
    refusals: tried.refusals,
    ...(fixed ? {} : { because: `${kind} ${name} still fails ${control}` }),
  });
  return tried.verdict === 'notApplicable'
    ? { ...verdict, verdict: 'doesNotApply', because: tried.problem }
    : verdict;
}

function verdictOf(verified: Omit<Verdict, 'verdict'>): Verdict {
  const { fixed, newFailuresTotal, refusals } = verified;
  if (newFailuresTotal || refusals.length)
    return { verdict: 'breaks', ...verified };
  return { verdict: fixed ? 'verified' : 'notFixed', ...verified };
}
