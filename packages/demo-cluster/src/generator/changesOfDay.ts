import { Manifest } from '../objects/Manifest';
import { companionManifest, companionsOf } from './companionObjects';
import { GeneratorSpec } from './GeneratorSpec';
import { planWorkloads, qualityOf } from './planWorkloads';
import { Random } from './Random';
import { workloadManifest } from './workloadManifest';
import { WorkloadPlan } from './WorkloadPlan';

/** The share of workloads that change on a day. */
const CHANGED_SHARE = 0.005;

/**
 * What somebody applies to a generated cluster on a day after its first: new releases of 0.5 % of its workloads, each with
 * another image, hardened better or worse than before, and what comes with it. The same spec and day give the same changes.
 *
 * @param day days since the cluster was generated, from 1
 */
export function changesOfDay(spec: GeneratorSpec, day: number): Manifest[] {
  return planWorkloads(spec)
    .map(plan => ({ plan, random: new Random(`${plan.seed}/day/${day}`) }))
    .filter(({ random }) => random.chance(CHANGED_SHARE))
    .map(({ plan, random }) => ({
      ...plan,
      quality: qualityOf(random),
      seed: `${plan.seed}/day/${day}`,
    }))
    .flatMap(manifestsOf);
}

function manifestsOf(plan: WorkloadPlan): Manifest[] {
  return [
    workloadManifest(plan),
    ...companionsOf(plan).map(companion => companionManifest(companion, plan)),
  ];
}
