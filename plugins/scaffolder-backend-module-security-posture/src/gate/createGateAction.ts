import { ConflictError, NotFoundError, ResponseError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { GateView } from 'backstage-plugin-security-posture-common';
import type { SecurityPostureService } from 'backstage-plugin-security-posture-node';
import { gateExamples } from './gateExamples';
import { blockedWords } from './blockedWords';

/**
 * The action `security-posture:gate`: a template goes on only where an entity may go to production. It asks as the user who
 * runs the template, so an entity that is hidden from that user blocks as one that does not exist. A dry run tells the answer
 * and goes on.
 */
export function createGateAction(posture: SecurityPostureService) {
  return createTemplateAction({
    id: 'security-posture:gate',
    description:
      'Stops the template unless the production gate of Security Posture lets the entity pass. What is not known blocks.',
    examples: gateExamples,
    supportsDryRun: true,
    schema: {
      input: {
        entityRef: z =>
          z.string().describe('Full ref of the entity: component:default/cart'),
      },
      output: {
        verdict: z => z.enum(['pass', 'block']),
        readiness: z => z.enum(['ready', 'notReady', 'unknown']),
        score: z => z.number().nullable(),
        blockers: z =>
          z.number().describe('Open critical and high findings that count'),
      },
    },
    async handler(context) {
      const { entityRef } = context.input;
      const credentials = await context.getInitiatorCredentials();
      const gate = await askGate(posture, entityRef, { credentials });
      context.output('verdict', gate.verdict);
      context.output('readiness', gate.readiness);
      context.output('score', gate.score);
      context.output('blockers', gate.blockersTotal);
      if (gate.verdict === 'pass') {
        context.logger.info(`${entityRef} is ready for production`);
        return;
      }
      const words = blockedWords(gate);
      if (!context.isDryRun) throw new ConflictError(words);
      context.logger.warn(`${words}. A dry run goes on.`);
    },
  });
}

async function askGate(
  posture: SecurityPostureService,
  entityRef: string,
  { credentials }: { credentials: Parameters<SecurityPostureService['as']>[0] },
): Promise<GateView> {
  try {
    return await posture.as(credentials).getEntityGate(entityRef);
  } catch (error) {
    if (error instanceof ResponseError && error.statusCode === 404) {
      throw new NotFoundError(
        `The catalog has no ${entityRef}, or does not show it to you: it may not go to production`,
      );
    }
    throw error;
  }
}
