import { ConflictError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { EvaluateResponse } from 'backstage-plugin-security-posture-common';
import type { SecurityPostureService } from 'backstage-plugin-security-posture-node';
import { askEvaluate } from './askEvaluate';
import { findManifests } from './findManifests';
import { readManifests } from './readManifests';
import { scanExamples } from './scanExamples';
import { scanSummary } from './scanSummary';
import { FAIL_LEVELS, ScanVerdict, verdictOf } from './verdictOf';

/**
 * The action `security-posture:scan`: a template goes on only where the manifests in its workspace are as they should be. They are judged
 * as the user who runs the template, and nothing of them is kept. A dry run tells the answer and goes on.
 */
export function createScanAction(posture: SecurityPostureService) {
  return createTemplateAction({
    id: 'security-posture:scan',
    description:
      'Judges the Kubernetes manifests in the workspace, and stops the template where a finding is too grave. What cannot be judged stops it too.',
    examples: scanExamples,
    supportsDryRun: true,
    schema: {
      input: {
        path: z =>
          z
            .union([z.string(), z.array(z.string()).min(1).max(100)])
            .describe(
              'Files, folders or globs in the workspace: rendered manifests in YAML or JSON',
            ),
        entityRef: z =>
          z
            .string()
            .optional()
            .describe(
              'Full ref of the live entity to compare with: then only new failures block',
            ),
        onlyNew: z =>
          z
            .boolean()
            .default(true)
            .describe(
              'False: what the live entity fails already blocks as well',
            ),
        failOn: z =>
          z
            .enum(FAIL_LEVELS)
            .default('high')
            .describe('Findings of this severity and graver ones block'),
        requireReady: z =>
          z
            .boolean()
            .default(false)
            .describe(
              'True: the manifests have to be ready for production, as far as manifests can tell',
            ),
        kubernetesVersion: z =>
          z
            .string()
            .optional()
            .describe('What they will run on: 1.33. Default: the newest'),
      },
      output: {
        verdict: z => z.enum(['pass', 'block']),
        readiness: z => z.enum(['ready', 'notReady', 'unknown']),
        ready: z => z.boolean(),
        score: z => z.number().nullable(),
        open: z =>
          z
            .record(z.string(), z.number())
            .describe('Failing findings by severity, exempted ones left out'),
        blocking: z => z.number().describe('Findings that block'),
        summary: z => z.string().describe('All of it in Markdown'),
      },
    },
    async handler(context) {
      const { input, isDryRun, logger, workspacePath } = context;
      const { path, entityRef, kubernetesVersion } = input;
      const credentials = await context.getInitiatorCredentials();
      const files = await findManifests(workspacePath, [path].flat());
      const manifests = await readManifests(files);
      const asked = { entityRef, kubernetesVersion };
      const answer = await askEvaluate(posture, manifests, asked, credentials);
      const verdict = verdictOf(answer, input);
      const told = outputsOf(answer, verdict);
      context.output('verdict', told.verdict);
      context.output('readiness', told.readiness);
      context.output('ready', told.ready);
      context.output('score', told.score);
      context.output('open', told.open);
      context.output('blocking', told.blocking);
      context.output('summary', told.summary);
      const words = verdict.reasons.join('. ');
      if (verdict.verdict === 'pass') {
        logger.info(`The manifests in ${files.length} files may go on`);
        return;
      }
      if (!isDryRun) throw new ConflictError(words);
      logger.warn(`${words}. A dry run goes on.`);
    },
  });
}

function outputsOf(answer: EvaluateResponse, verdict: ScanVerdict) {
  const { readiness, score, open } = answer;
  return {
    verdict: verdict.verdict,
    readiness,
    ready: readiness === 'ready',
    score: score.value,
    open: { ...open },
    blocking: verdict.blocking.length,
    summary: scanSummary(answer, verdict),
  };
}
