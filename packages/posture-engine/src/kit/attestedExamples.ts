import { Example } from '../model/control';

/** An example of a running cluster in which a person attested that a control passes or fails. */
export function attestedExample(
  control: string,
  outcome: 'pass' | 'fail',
  given: string,
): Example {
  return {
    given,
    surroundings: {
      fromCluster: true,
      attestations: [
        {
          control,
          outcome,
          author: 'user:default/vera',
          expiresAt: Date.UTC(2027, 0, 1),
        },
      ],
    },
  };
}
