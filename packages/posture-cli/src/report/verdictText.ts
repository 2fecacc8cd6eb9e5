import { GateResult } from '../gate/GateResult';
import { count, inWords } from './words';

/** What the gate says, in sentences: "Blocked: 2 new failures, 1 of which blocks". */
export function verdictText(result: GateResult): string {
  const { verdict, failures, known, exempted, unknown } = result;
  const blocking = failures.filter(({ blocks }) => blocks).length;
  const words = { pass: 'Passed', block: 'Blocked', unknown: 'Not known' };
  const counts = [
    `${count(failures.length, 'new failure')}${
      failures.length ? `, of which ${blocking} at or above --fail-on` : ''
    }`,
    ...(exempted ? [`${exempted} covered by exemptions`] : []),
    ...(known ? [`${known} that the live entity has already`] : []),
  ];
  return [`${words[verdict]}: ${inWords(counts)}.`, ...unknown].join(' ');
}
