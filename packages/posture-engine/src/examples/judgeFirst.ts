import {
  createEvaluator,
  EvaluationOptions,
} from '../evaluate/evaluateInventory';
import { Control, ExampleSurroundings } from '../model/control';
import { Finding } from '../model/finding';
import { Inventory } from '../model/inventory';
import { JudgedSubject } from '../model/judgedSubject';
import { KubernetesObject } from '../model/kubernetesObject';
import { parseKubernetesVersion } from '../model/kubernetesVersion';
import { DEFAULT_SETTINGS } from '../model/settings';
import { SubjectRef, SubjectType } from '../model/subject';
import { subjectsBesideWorkloads } from '../normalize/subjectsOf';
import { anInventory } from './anInventory';
import { CLUSTER } from './cluster';

/** 21 November 2026, the day that examples and tests take for today. */
export const TEST_NOW = Date.UTC(2026, 10, 21, 12);

/** What subjects of examples and tests are judged with. */
export type TestSurroundings = ExampleSurroundings &
  Pick<EvaluationOptions, 'podSecurityLevel' | 'tables'>;

/** All findings of the first subject of a type among objects. Throws where there is none. */
export function judgeFirst(
  controls: readonly Control[],
  type: SubjectType,
  objects: readonly KubernetesObject[],
  surroundings: TestSurroundings = {},
): readonly Finding[] {
  const { kubernetesVersion, entity, podSecurityLevel, tables, attestations } =
    surroundings;
  const version = kubernetesVersion ?? surroundings.serverVersion;
  const inventory = anInventory(objects, {
    ...surroundings,
    kubernetesVersion:
      version === undefined ? undefined : parseKubernetesVersion(version),
  });
  const evaluator = createEvaluator(controls, inventory, {
    now: surroundings.now ?? TEST_NOW,
    settings: { ...DEFAULT_SETTINGS, ...surroundings.settings },
    ...(podSecurityLevel ? { podSecurityLevel } : {}),
    ...(tables ? { tables } : {}),
    ...(attestations ? { attestations } : {}),
    ...entitiesOf(surroundings),
  });
  return evaluator.evaluate(firstSubject(type, objects, inventory), entity);
}

/** The first subject of a type among objects; one that is written before one that is only named. Throws where there is none. */
export function firstSubject(
  type: SubjectType,
  objects: readonly KubernetesObject[],
  inventory: Inventory,
): JudgedSubject {
  const { workloads } = anInventory(objects);
  const candidates: Iterable<JudgedSubject> =
    type === 'workload'
      ? (workloads.read && workloads.items) || []
      : subjectsBesideWorkloads(inventory, CLUSTER);
  for (const candidate of candidates)
    if (candidate.subject.type === type) return candidate;
  throw new Error(`no ${type} among the objects`);
}

function entitiesOf({ entities }: ExampleSurroundings) {
  return entities
    ? { entitiesOf: ({ name }: SubjectRef) => entities[name] ?? [] }
    : {};
}
