import type {
  FactRetriever,
  FactRetrieverContext,
  TechInsightFact,
} from '@backstage-community/plugin-tech-insights-node';
import type { AuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { MOST_ENTITY_REFS } from 'backstage-plugin-security-posture-common';
import type { SecurityPostureService } from 'backstage-plugin-security-posture-node';
import { factRow, FactValues, knownFacts, unknownFacts } from './entityFacts';
import { securityPostureFactSchema } from './factSchema';
import {
  SECURITY_POSTURE_FACTS_VERSION,
  SECURITY_POSTURE_RETRIEVER_ID,
} from './retrieverId';

/** What the retriever asks with, as the plugin that it runs in. */
export interface FactRetrieverServices {
  readonly auth: AuthService;
  readonly catalog: CatalogService;
  readonly posture: SecurityPostureService;
}

/** What of a run's context the retriever takes. */
type RunContext = Pick<FactRetrieverContext, 'entityFilter' | 'logger'>;

/**
 * Brings a row for every component of the catalog, scanned or not. Tech Insights goes on with the last row where none
 * comes, and leaves a check out where a fact is missing: so a failure is a row too, in which every fact is false or null.
 */
export class SecurityPostureFactRetriever implements FactRetriever {
  readonly id = SECURITY_POSTURE_RETRIEVER_ID;
  readonly version = SECURITY_POSTURE_FACTS_VERSION;
  readonly title = 'Security posture';
  readonly description =
    'Score, readiness, open findings and controls of Security Posture';
  readonly entityFilter = [{ kind: 'component' }];
  readonly schema = securityPostureFactSchema();
  /** Of the last listing that the catalog answered. */
  private refs: readonly string[] = [];

  constructor(private readonly services: FactRetrieverServices) {}

  /** Throws only where the catalog never answered, for then there is no entity to speak of. */
  readonly handler = async ({
    logger,
    entityFilter,
  }: RunContext): Promise<TechInsightFact[]> => {
    try {
      this.refs = await this.listRefs(entityFilter);
    } catch (error) {
      if (this.refs.length === 0) throw error;
      logger.error(
        `The catalog cannot be listed, so no posture is known: ${stringifyError(
          error,
        )}`,
      );
      return this.refs.map(ref => factRow(ref, unknownFacts()));
    }
    const rows: TechInsightFact[] = [];
    for (let from = 0; from < this.refs.length; from += MOST_ENTITY_REFS) {
      const refs = this.refs.slice(from, from + MOST_ENTITY_REFS);
      rows.push(...(await this.rowsOf(refs, logger)));
    }
    return rows;
  };

  private async listRefs(
    filter: RunContext['entityFilter'],
  ): Promise<string[]> {
    const { auth, catalog } = this.services;
    const credentials = await auth.getOwnServiceCredentials();
    const refs: string[] = [];
    const fields = ['kind', 'metadata.namespace', 'metadata.name'];
    for await (const page of catalog.streamEntities(
      { filter, fields },
      { credentials },
    )) {
      refs.push(...page.map(entity => stringifyEntityRef(entity)));
    }
    return refs;
  }

  private async rowsOf(
    refs: readonly string[],
    logger: RunContext['logger'],
  ): Promise<TechInsightFact[]> {
    const known = await this.askFor(refs, logger);
    return refs.map(ref => factRow(ref, known.get(ref) ?? unknownFacts()));
  }

  private async askFor(
    refs: readonly string[],
    logger: RunContext['logger'],
  ): Promise<ReadonlyMap<string, FactValues>> {
    const { auth, posture } = this.services;
    try {
      const credentials = await auth.getOwnServiceCredentials();
      const { items } = await posture.as(credentials).getPosturesByRefs(refs);
      return new Map(items.map(item => [item.entityRef, knownFacts(item)]));
    } catch (error) {
      logger.error(
        `Security Posture did not answer, so no posture is known: ${stringifyError(
          error,
        )}`,
      );
      return new Map();
    }
  }
}
