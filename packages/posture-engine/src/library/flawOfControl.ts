import { flawOfExamples } from '../examples/flawOfExamples';
import {
  Category,
  Control,
  ControlScope,
  WORKLOAD_SCOPES,
} from '../model/control';
import { EVIDENCE_LISTS } from '../model/evidence';
import { FRAMEWORKS } from '../model/frameworks';
import { SUPPORTING_RESOURCES } from '../model/resources';
import { SEVERITIES } from '../model/severity';
import { SubjectType } from '../model/subject';

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Longest id that a table of findings holds. */
const LONGEST_ID = 100;

const CATEGORIES: Readonly<Record<Category, true>> = {
  podSpec: true,
  image: true,
  network: true,
  rbac: true,
  version: true,
  controlPlane: true,
  node: true,
};

const SCOPES: Readonly<Record<ControlScope, true>> = {
  container: true,
  pod: true,
  workload: true,
  image: true,
  serviceAccount: true,
  namespace: true,
  rbac: true,
  node: true,
  controlPlane: true,
  cluster: true,
};

const SUBJECTS: Readonly<Record<SubjectType, true>> = {
  workload: true,
  namespace: true,
  serviceAccount: true,
  roleBinding: true,
  node: true,
  image: true,
  cluster: true,
};

/** What the posture of an entity is made of. */
const ENTITY_SUBJECTS: readonly SubjectType[] = [
  'workload',
  'image',
  'serviceAccount',
];

const TEXTS = ['title', 'failureTitle', 'why', 'fix', 'reads'] as const;

const NEEDS: ReadonlySet<string> = new Set([
  ...Object.keys(SUPPORTING_RESOURCES),
  ...EVIDENCE_LISTS,
  'workloads',
  'livePods',
]);

/** A part of a control that is looked at, and what is wrong with it. */
type Check = (control: Control) => string | undefined;

const CHECKS: readonly Check[] = [
  ({ id }) =>
    typeof id === 'string' &&
    ID.test(id) &&
    id.length <= LONGEST_ID &&
    !(id in {})
      ? undefined
      : `its id has to be kebab-case of at most ${LONGEST_ID} characters`,
  missingText,
  ({ title, failureTitle }) =>
    title === failureTitle
      ? 'its title and failureTitle say the same'
      : undefined,
  ({ severity }) => unless(SEVERITIES.includes(severity), 'severity'),
  ({ category }) => unless(Object.hasOwn(CATEGORIES, category), 'category'),
  ({ scope }) => unless(Object.hasOwn(SCOPES, scope), 'scope'),
  ({ subject }) => unless(Object.hasOwn(SUBJECTS, subject), 'subject'),
  otherScope,
  unknownNeed,
  unknownFramework,
  ({ references }) =>
    Array.isArray(references) &&
    references.every(url => String(url).startsWith('https://'))
      ? undefined
      : 'its references have to be a list of https addresses',
  ({ evaluate }) =>
    typeof evaluate === 'function' ? undefined : 'it has no evaluate function',
  control => flawOfExamples(control),
];

/**
 * What is wrong with a control that somebody wrote, in words that follow its name: `its fix is missing`; undefined
 * where nothing is. Its examples are judged by it, and its patch has to mend those that fail.
 */
export function flawOfControl(control: Control): string | undefined {
  for (const check of CHECKS) {
    const flaw = check(control);
    if (flaw) return flaw;
  }
  return undefined;
}

function unless(known: boolean, part: string): string | undefined {
  return known ? undefined : `its ${part} is none that there is`;
}

/** The scope decides whether a control counts for entities or for clusters, so it has to be one of its subject. */
function otherScope({ subject, scope }: Control): string | undefined {
  const overEntities = ENTITY_SUBJECTS.includes(subject);
  return WORKLOAD_SCOPES.includes(scope) === overEntities
    ? undefined
    : `its scope ${scope} is none of a ${subject}`;
}

function missingText(control: Control): string | undefined {
  const missing = TEXTS.find(
    name => typeof control[name] !== 'string' || !control[name].trim(),
  );
  return missing && `its ${missing} is missing`;
}

function unknownNeed({ needs }: Control): string | undefined {
  if (!Array.isArray(needs)) return 'its needs have to be a list';
  const unknown = needs.find(need => !NEEDS.has(need));
  return unknown && `it needs ${unknown}, which nothing reads`;
}

/** The verdict of Pod Security Admission is made of the controls of this package, and of nothing that is added. */
function unknownFramework({ frameworks }: Control): string | undefined {
  if (typeof frameworks !== 'object' || frameworks === null)
    return 'its frameworks have to be an object';
  const names = Object.keys(frameworks);
  const unknown = names.find(name => !Object.hasOwn(FRAMEWORKS, name));
  if (unknown) return `it refers to ${unknown}, which is no framework`;
  const standard = names.find(name => name.startsWith('pss-'));
  return standard && `it must not answer ${standard}, which is settled`;
}
