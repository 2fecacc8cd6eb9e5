import {
  coreServices,
  createBackendPlugin,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import {
  SecurityPostureService,
  securityPostureServiceRef,
} from 'backstage-plugin-security-posture-node';
import PromiseRouter from 'express-promise-router';
import {
  FactRetrieverServices,
  SecurityPostureFactRetriever,
} from '../../../plugins/tech-insights-backend-module-security-posture/src/SecurityPostureFactRetriever';

/** A run of the fact retriever, in milliseconds. */
export interface TimedFacts {
  readonly rows: number;
  /** Rows of entities whose workloads were judged. */
  readonly scanned: number;
  /** From asking for the facts of all entities to having them. */
  readonly answerMs: number;
  /** The whole run: listing the catalog, asking, and writing the rows. */
  readonly runMs: number;
}

/** Stands in the place of Tech Insights: runs the fact retriever when it is asked to, with the services of a plugin of that name. */
export const timedFacts = createBackendPlugin({
  pluginId: 'tech-insights',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        http: coreServices.httpRouter,
        logger: coreServices.logger,
        posture: securityPostureServiceRef,
      },
      async init({ http, logger, ...services }) {
        const router = PromiseRouter();
        router.get('/timed-facts', async (_, response) => {
          response.json(await timeRun(services, logger));
        });
        http.use(router);
      },
    });
  },
});

async function timeRun(
  { posture, ...services }: FactRetrieverServices,
  logger: LoggerService,
): Promise<TimedFacts> {
  let answerMs = 0;
  const retriever = new SecurityPostureFactRetriever({
    ...services,
    posture: timed(posture, milliseconds => {
      answerMs += milliseconds;
    }),
  });
  const { entityFilter } = retriever;
  const began = performance.now();
  const rows = await retriever.handler({ logger, entityFilter });
  return {
    rows: rows.length,
    scanned: rows.filter(({ facts }) => facts.scanned).length,
    answerMs,
    runMs: performance.now() - began,
  };
}

/** The same service, which notes how long it takes to answer with facts. */
function timed(
  posture: SecurityPostureService,
  note: (milliseconds: number) => void,
): SecurityPostureService {
  return {
    as(credentials) {
      const api = posture.as(credentials);
      const getPosturesByRefs: typeof api.getPosturesByRefs = async refs => {
        const began = performance.now();
        const answer = await api.getPosturesByRefs(refs);
        note(performance.now() - began);
        return answer;
      };
      return Object.assign(Object.create(api), { getPosturesByRefs });
    },
  };
}
