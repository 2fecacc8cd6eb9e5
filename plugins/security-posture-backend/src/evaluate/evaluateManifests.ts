import { InputError } from '@backstage/errors';
import {
  EvaluateRequest,
  EvaluateResponse,
} from 'backstage-plugin-security-posture-common';
import {
  compareWithLive,
  controlsInScope,
  DataTables,
  DEFAULT_KUBERNETES_VERSION,
  EngineSettings,
  JudgedManifests,
  judgeManifestsInSteps,
  KubernetesObject,
  KubernetesVersion,
  ManifestsPlan,
  OLDEST_MINOR,
  parseKubernetesVersion,
} from 'security-posture-engine';
import { PayloadTooLargeError } from '../service/bodyLimit';
import { Breathe, createBreather } from '../sweep/createBreather';
import { evaluationView } from '../views/evaluationView';
import { PostureSettings } from '../views/PostureSettings';
import { LiveRecord } from './readLiveEntity';
import { readObjects } from './readObjects';
import { tryPatches } from './tryPatches';

/** Longest that one request may be judged, in milliseconds. */
const MOST_MS = 30_000;

/** By what this portal judges. */
export interface EvaluateContext {
  readonly settings: PostureSettings;
  readonly engine: EngineSettings;
  readonly tables: () => DataTables;
}

/**
 * Judges the manifests of a request as this portal judges its clusters, and compares them with a live entity where one was read.
 * Lets other requests be served between. Throws an InputError for what cannot be judged, and a PayloadTooLargeError for what takes too long.
 */
export async function evaluateManifests(
  context: EvaluateContext,
  request: EvaluateRequest,
  live: LiveRecord | undefined,
  now: number,
): Promise<EvaluateResponse> {
  const breathe = createBreather();
  const kubernetesVersion = versionOf(request);
  const { objects, total } = await readObjects(request.manifests, breathe);
  const plan = planOf(context, kubernetesVersion);
  const judged = await judge(objects, plan, now, breathe);
  const patches = await tryPatches(request.patches ?? [], judged, breathe);
  const compared = live && compareWithLive(judged.subjects, live);
  const view = await evaluationView(
    {
      judged,
      objects: total,
      kubernetesVersion,
      ...(live && compared ? { live, compared } : {}),
    },
    context.settings,
    breathe,
  );
  return { ...view, ...(request.patches ? { patches } : {}) };
}

function versionOf({ kubernetesVersion }: EvaluateRequest): KubernetesVersion {
  if (kubernetesVersion === undefined) return DEFAULT_KUBERNETES_VERSION;
  const version = parseKubernetesVersion(kubernetesVersion);
  if (!version)
    throw new InputError(
      `kubernetesVersion must be a version from 1.${OLDEST_MINOR} on, such as 1.33`,
    );
  return version;
}

function planOf(
  { settings, engine, tables }: EvaluateContext,
  kubernetesVersion: KubernetesVersion,
): ManifestsPlan {
  return {
    kubernetesVersion,
    scope: 'workload',
    controls: controlsInScope(settings.controls, 'workload'),
    settings: engine,
    tables: tables(),
  };
}

async function judge(
  objects: readonly KubernetesObject[],
  plan: ManifestsPlan,
  now: number,
  breathe: Breathe,
): Promise<JudgedManifests> {
  const end = performance.now() + MOST_MS;
  const steps = judgeManifestsInSteps(objects, plan, now);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() > end)
      throw new PayloadTooLargeError(
        `Judging manifests took more than ${
          MOST_MS / 1000
        } s: send fewer objects at once`,
      );
    await breathe();
  }
}
