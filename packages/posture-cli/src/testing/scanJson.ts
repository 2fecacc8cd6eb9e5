import { Run, runPosture } from './runPosture';

/** What tests read of a JSON report. */
export interface Report {
  readonly kubernetesVersion: string;
  readonly resources: number;
  readonly findings: readonly {
    readonly id: string;
    readonly control: string;
    readonly outcome: string;
    readonly reason?: string;
    readonly resource: { readonly kind: string; readonly name: string };
    readonly source: { readonly file: string; readonly document: number };
  }[];
  readonly score: { readonly value: number } | null;
  readonly errors: readonly {
    readonly file: string;
    readonly document?: number;
    readonly line?: number;
    readonly message: string;
  }[];
}

/** Runs `posture scan --format json`. */
export async function scanJson(
  argv: readonly string[],
  stdin?: string | Uint8Array,
): Promise<Run & { readonly report: Report }> {
  const run = await runPosture(['scan', '--format', 'json', ...argv], {
    stdin,
  });
  return { ...run, report: JSON.parse(run.stdout) as Report };
}

/** The controls that have findings, each once. */
export function controlsIn({ findings }: Report): readonly string[] {
  return [...new Set(findings.map(({ control }) => control))];
}
