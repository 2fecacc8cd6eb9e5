import { SEVERITIES, SubjectType } from 'security-posture-engine';
import { JudgedSubject } from '../scan/JudgedSubject';
import { ScanResult } from '../scan/ScanResult';
import { listedSubjects } from './listedSubjects';
import { count, inWords } from './words';

/** The types of subject as a summary counts them. */
const SUBJECT_WORDS: readonly (readonly [SubjectType, string])[] = [
  ['workload', 'workload'],
  ['image', 'image'],
  ['serviceAccount', 'service account'],
  ['namespace', 'namespace'],
  ['roleBinding', 'role binding'],
  ['node', 'node'],
  ['cluster', 'cluster'],
];

/** A scan in one sentence: "3 workloads, 2 critical and 5 high findings; score 31 of 100 (F)". */
export function summaryOf(result: ScanResult): string {
  const subjects = subjectsInWords(result.subjects);
  if (!subjects)
    return withRest(
      `Nothing to judge in ${count(result.resources, 'object')}`,
      result,
    );
  const failing = failingInWords(result.subjects);
  return withRest(
    failing ? `${subjects}, ${failing}` : `No failing control in ${subjects}`,
    result,
  );
}

function withRest(sentence: string, result: ScanResult): string {
  const { score, errors } = result;
  const unjudged = countOutcome(listedSubjects(result), 'notEvaluated');
  return [
    sentence,
    ...(score && score.value !== null
      ? [`score ${score.value} of 100 (${score.grade})`]
      : []),
    ...(unjudged ? [`${count(unjudged, 'question')} not evaluated`] : []),
    ...(errors.length
      ? [`${count(errors.length, 'input')} could not be read`]
      : []),
  ].join('; ');
}

function subjectsInWords(subjects: readonly JudgedSubject[]): string {
  return inWords(
    SUBJECT_WORDS.flatMap(([type, noun]) => {
      const number = subjects.filter(
        ({ subject }) => subject.type === type,
      ).length;
      return number ? [count(number, noun)] : [];
    }),
  );
}

function failingInWords(subjects: readonly JudgedSubject[]): string {
  const failing = subjects.flatMap(({ findings }) =>
    findings.filter(({ outcome }) => outcome === 'fail'),
  );
  const counts = SEVERITIES.flatMap(severity => {
    const some = failing.filter(finding => finding.severity === severity);
    return some.length ? [`${some.length} ${severity}`] : [];
  });
  if (!counts.length) return '';
  return `${inWords(counts)} ${failing.length === 1 ? 'finding' : 'findings'}`;
}

function countOutcome(
  subjects: readonly JudgedSubject[],
  outcome: string,
): number {
  return subjects.reduce(
    (sum, { findings }) =>
      sum + findings.filter(finding => finding.outcome === outcome).length,
    0,
  );
}
