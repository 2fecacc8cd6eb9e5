/**
 * What the test runners' reports say, as passed and failed. Whatever did not
 * run counts as failed: a suite that does not load, a skipped test, a report
 * that is missing, and a runner that fails though none of its tests did.
 */

/** Counts the tests of Jest's JSON report. */
export const countJest = counter(report => {
  const result = JSON.parse(report);
  return {
    passed: result.numPassedTests,
    failed:
      result.numFailedTests +
      result.numPendingTests +
      result.numTodoTests +
      result.numRuntimeErrorTestSuites,
  };
});

/** Counts the tests of Playwright's JSON report. */
export const countPlaywright = counter(report => {
  const { stats, errors } = JSON.parse(report);
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + stats.skipped + errors.length,
  };
});

/** Counts the tests of a TAP report of Node's own runner, from its summary. */
export const countNodeTests = counter(report => {
  const count = name =>
    Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(report)[1]);
  return {
    passed: count('pass'),
    failed: ['fail', 'cancelled', 'skipped', 'todo']
      .map(count)
      .reduce((sum, number) => sum + number),
  };
});

function counter(read) {
  return (report, exitCode) => {
    if (report === undefined) {
      return { passed: 0, failed: 1 };
    }
    const { passed, failed } = read(report);
    return { passed, failed: exitCode === 0 ? failed : Math.max(failed, 1) };
  };
}
