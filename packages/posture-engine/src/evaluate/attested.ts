import { Attestation } from '../model/attestation';
import { Judgement } from '../model/finding';
import { fail, notEvaluated, pass } from '../kit/judgements';

/** What a person said, where only a person can answer: until it expires it is the answer, and then it is none. */
export function attested(
  judgement: Judgement,
  { outcome, author, expiresAt }: Attestation,
  now: number,
): Judgement {
  if (judgement.outcome !== 'notEvaluated' || judgement.reason !== 'manual')
    return judgement;
  const day = new Date(expiresAt).toISOString().slice(0, 10);
  if (expiresAt <= now)
    return notEvaluated('manual', `the attestation expired on ${day}`);
  const note = `attested by ${author} until ${day}`;
  return outcome === 'pass'
    ? pass(note)
    : fail([{ path: '', message: `${author} attested that this is not so` }], {
        note,
      });
}
