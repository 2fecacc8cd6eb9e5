/** What becomes of a test in a report. */
export interface JunitCase {
  readonly className: string;
  readonly name: string;
  /** Absent for one that passes. */
  readonly result?: {
    readonly kind: 'failure' | 'error' | 'skipped';
    readonly message: string;
    readonly text?: string;
  };
}

/** Cases as one suite of JUnit's XML. */
export function* junitSuite(
  name: string,
  cases: readonly JunitCase[],
): Generator<string> {
  const of = (kind: string) =>
    cases.filter(({ result }) => result?.kind === kind).length;
  const counts = `tests="${cases.length}" failures="${of(
    'failure',
  )}" errors="${of('error')}" skipped="${of('skipped')}"`;
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites ${counts}>\n  <testsuite name="${xml(name)}" ${counts}>\n`;
  for (const one of cases) yield caseOf(one);
  yield '  </testsuite>\n</testsuites>\n';
}

function caseOf({ className, name, result }: JunitCase): string {
  const head = `    <testcase classname="${xml(className)}" name="${xml(
    name,
  )}"`;
  if (!result) return `${head}/>\n`;
  const { kind, message, text = '' } = result;
  return `${head}>\n      <${kind} message="${xml(message)}">${xml(
    text,
  )}</${kind}>\n    </testcase>\n`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
};

/** Text for XML; characters that XML cannot hold are replaced. */
function xml(text: string): string {
  return text
    .replace(
      /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu,
      '\uFFFD',
    )
    .replace(/[&<>"\n]/g, character => ENTITIES[character]);
}
