import { InputError } from '../input/InputError';
import {
  findingDetails,
  findingTitle,
  lineOf,
  resourceText,
} from './findingText';
import { JunitCase } from './junit';
import { ReportedFinding } from './reportFinding';

/** A finding as a test; one that does not count as a failure is skipped, with what it says. */
export function findingCase(
  finding: ReportedFinding,
  counts = finding.outcome === 'fail',
): JunitCase {
  const { control, severity, source, outcome } = finding;
  const passes = outcome === 'pass' || outcome === 'notApplicable';
  const where = source ? [`${source.file}:${lineOf(finding)}`] : [];
  return {
    className: resourceText(finding),
    name: control,
    ...(passes
      ? {}
      : {
          result: {
            kind: counts ? 'failure' : 'skipped',
            message: `${severity}: ${findingTitle(finding)}`,
            text: [...findingDetails(finding), ...where].join('\n'),
          },
        }),
  };
}

/** What could not be read, as a test that ended with an error. */
export function errorCase({ file, line, message }: InputError): JunitCase {
  return {
    className: 'input',
    name: line === undefined ? file : `${file}:${line}`,
    result: { kind: 'error', message },
  };
}
