import {
  allControls,
  createEvaluator,
  DEFAULT_SETTINGS,
  EntityFacts,
  Finding,
  Workload,
} from 'security-posture-engine';
import { judgeWorkload } from '../judgeWorkload';
import { collected } from './collected';

/** All controls. */
export const CONTROLS = allControls();

/** All findings of the first workload of some manifests, for these owners. */
export function judgeIn(
  yaml: string,
  owners: readonly EntityFacts[] = [],
): readonly Finding[] {
  const { inventory, workloads } = collected(yaml);
  const evaluator = createEvaluator(CONTROLS, inventory, {
    now: 0,
    settings: DEFAULT_SETTINGS,
  });
  return judgeWorkload(evaluator, workloads[0], owners, CONTROLS);
}

/** The first workload of some manifests. */
export function workloadOf(yaml: string): Workload {
  return collected(yaml).workloads[0];
}
