import { InputError } from '@backstage/errors';
import {
  ManifestResource,
  PatchVerdict,
  ProposedPatch,
} from 'backstage-plugin-security-posture-common';
import {
  Finding,
  isJsonObject,
  JudgedManifest,
  JudgedManifests,
  JsonObject,
  PatchError,
  PatchTrial,
  tryPatch,
  Workload,
} from 'security-posture-engine';
import { Breathe } from '../sweep/createBreather';
import { checkValues } from './checkValues';

const NOTHING: PatchTrial = { fixes: [], breaks: [], refusals: [] };

/** Tries each patch on its workload as it stands in the manifests. Throws an InputError where one is for none of them. */
export async function tryPatches(
  patches: readonly ProposedPatch[],
  judged: JudgedManifests,
  breathe: Breathe,
): Promise<PatchVerdict[]> {
  const verdicts: PatchVerdict[] = [];
  for (const [index, proposed] of patches.entries()) {
    const place = `patch ${index + 1}`;
    const workload = targetOf(proposed, place, judged);
    verdicts.push(verdictOf(readPatch(proposed, place), workload, judged));
    await breathe();
  }
  return verdicts;
}

type JudgedWorkload = JudgedManifest & { readonly workload: Workload };

function targetOf(
  { kind, namespace, name }: ProposedPatch,
  place: string,
  { subjects }: JudgedManifests,
): JudgedWorkload {
  const found = subjects.find(
    ({ subject, workload }) =>
      workload !== undefined &&
      subject.kind === kind &&
      subject.name === name &&
      subject.namespace === namespace,
  );
  if (!found)
    throw new InputError(
      `${place} is for a workload that is not in manifests: name its kind, namespace and name as they stand there`,
    );
  return found as JudgedWorkload;
}

function readPatch({ patch }: ProposedPatch, place: string): JsonObject {
  let json: unknown;
  try {
    json = JSON.parse(patch);
  } catch {
    throw new InputError(
      `${place} is no JSON: send a strategic-merge patch as JSON`,
    );
  }
  if (!isJsonObject(json))
    throw new InputError(`${place} is no object: send a strategic-merge patch`);
  checkValues(json, place);
  return json;
}

function verdictOf(
  patch: JsonObject,
  { subject, workload, findings }: JudgedWorkload,
  { evaluate }: JudgedManifests,
): PatchVerdict {
  const { type: _type, ...resource } = subject;
  try {
    const trial = tryPatch(patch, workload, findings, patched =>
      comparable(evaluate(patched), findings),
    );
    return answerOf(resource, verdictWord(trial), trial);
  } catch (error) {
    if (!(error instanceof PatchError)) throw error;
    const answer = answerOf(resource, 'notApplicable', NOTHING);
    return { ...answer, problem: `The patch ${error.message}` };
  }
}

/** Those of the findings whose control was judged before as well: gaps of the manifests are not told there. */
function comparable(
  after: readonly Finding[],
  before: readonly Finding[],
): readonly Finding[] {
  const judged = new Set(before.map(({ control }) => control));
  return after.filter(({ control }) => judged.has(control));
}

function verdictWord({
  fixes,
  breaks,
  refusals,
}: PatchTrial): PatchVerdict['verdict'] {
  if (breaks.length || refusals.length) return 'breaks';
  return fixes.length ? 'fixes' : 'changesNothing';
}

function answerOf(
  resource: ManifestResource,
  verdict: PatchVerdict['verdict'],
  { fixes, breaks, refusals }: PatchTrial,
): PatchVerdict {
  return {
    resource,
    verdict,
    fixes: [...fixes],
    breaks: [...breaks],
    refusals: [...refusals],
  };
}
