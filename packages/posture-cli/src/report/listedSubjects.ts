import { MANIFESTS_CLUSTER } from 'security-posture-engine';
import { Judgements } from '../scan/judgeInput';
import { JudgedSubject } from '../scan/JudgedSubject';

/** All that a report lists: every subject, then what could not be judged on any, as findings of the cluster. */
export function listedSubjects({
  subjects,
  gaps,
}: Pick<Judgements, 'subjects' | 'gaps'>): readonly JudgedSubject[] {
  return gaps.length
    ? [
        ...subjects,
        { subject: MANIFESTS_CLUSTER, findings: gaps, occurrence: 1 },
      ]
    : subjects;
}
