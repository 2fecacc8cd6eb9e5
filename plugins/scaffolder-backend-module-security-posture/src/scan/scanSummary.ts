import type {
  EvaluatedFinding,
  EvaluateResponse,
} from 'backstage-plugin-security-posture-common';
import { ScanVerdict } from './verdictOf';

/** Rows of the table: a summary is read, not searched. */
const MOST_ROWS = 50;

/** What has a meaning in Markdown, or calls somebody. */
const SPECIAL = /[\\`*_{}[\]<>()#+!|~@&:]/g;
const CONTROL_CHARACTERS = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;

const READINESS = {
  ready: 'ready for production, as far as manifests can tell',
  notReady: 'not ready for production',
  unknown: 'not known whether ready for production',
} as const;

/** A scan in Markdown, for a page or a pull request. */
export function scanSummary(
  answer: EvaluateResponse,
  { verdict, reasons }: ScanVerdict,
): string {
  const failing = answer.findings.filter(({ outcome }) => outcome === 'fail');
  return [
    '## Security posture of the manifests',
    `${verdict === 'pass' ? 'Passed' : 'Blocked'}: ${scoreWords(answer)}, ${
      READINESS[answer.readiness]
    }.`,
    ...reasons.map(reason => `- ${plain(reason)}`),
    ...tableOf(failing),
  ].join('\n\n');
}

function scoreWords({ score, workloads }: EvaluateResponse): string {
  const judged = `${workloads} ${workloads === 1 ? 'workload' : 'workloads'}`;
  return score.value === null
    ? `${judged}, no score`
    : `${judged}, score ${score.value} of 100 (${score.grade})`;
}

function tableOf(failing: readonly EvaluatedFinding[]): readonly string[] {
  if (!failing.length) return [];
  const rows = failing
    .slice(0, MOST_ROWS)
    .map(({ severity, control, title, resource, standing, exempted }) => [
      severity,
      control,
      plain(`${resource.kind} ${resource.name}`),
      plain(title),
      exempted ? 'exempted' : standingWords(standing),
    ]);
  const lines = [
    ['Severity', 'Control', 'Object', 'What', 'Beside the live entity'],
    ['---', '---', '---', '---', '---'],
    ...rows,
  ].map(cells => `| ${cells.join(' | ')} |`);
  const rest = failing.length - rows.length;
  return [lines.join('\n'), ...(rest ? [`And ${rest} more.`] : [])];
}

function standingWords(standing: EvaluatedFinding['standing']): string {
  if (!standing) return '';
  return standing === 'new' ? 'new' : 'fails already';
}

/** Text of others, with nothing in it that Markdown would act on. */
function plain(text: string): string {
  return text
    .replace(CONTROL_CHARACTERS, '\uFFFD')
    .replace(SPECIAL, ([character]) => `&#${character.charCodeAt(0)};`);
}
