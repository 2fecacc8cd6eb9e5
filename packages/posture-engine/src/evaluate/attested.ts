import { Attestation } from '../model/attestation';
import { Judgement } from '../model/finding';
import { fail, notEvaluated, pass } from '../kit/judgements';
import { dayOf } from '../read/dates';

/**
 * What a person said, where only a person can answer: until it expires it is the answer, and then it is none.
 * A failure that may be attested passes for as long.
 */
export function attested(
  judgement: Judgement,
  attestation: Attestation,
  now: number,
): Judgement {
  const isInForce = attestation.expiresAt > now;
  if (judgement.mayBeAttested)
    return isInForce && attestation.outcome === 'pass'
      ? pass(wordsOf(attestation))
      : judgement;
  if (judgement.outcome !== 'notEvaluated' || judgement.reason !== 'manual')
    return judgement;
  return isInForce
    ? answerOf(attestation)
    : notEvaluated(
        'manual',
        `the attestation expired on ${dayOf(attestation.expiresAt)}`,
      );
}

function answerOf(attestation: Attestation): Judgement {
  const note = wordsOf(attestation);
  return attestation.outcome === 'pass'
    ? pass(note)
    : fail(
        [
          {
            path: '',
            message: `${attestation.author} attested that this is not so`,
          },
        ],
        { note },
      );
}

function wordsOf({ author, expiresAt }: Attestation): string {
  return `attested by ${author} until ${dayOf(expiresAt)}`;
}
