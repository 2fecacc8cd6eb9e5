import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import type { PostureFacts } from 'backstage-plugin-security-posture-common';
import { controlFacts } from 'backstage-plugin-security-posture-node';
import express, { Router } from 'express';

/** A ready entity, judged on every control. */
export function aReadyPosture(
  entityRef: string,
  more: Partial<PostureFacts> = {},
): PostureFacts {
  return {
    entityRef,
    state: 'judged',
    readiness: 'ready',
    score: 100,
    raw: 100,
    grade: 'A',
    coverage: 1,
    open: { critical: 0, high: 0, medium: 0, low: 0, info: 0 },
    workloads: 1,
    controls: Object.fromEntries(
      controlFacts().map(({ name }) => [name, true]),
    ),
    scanAgeSeconds: 600,
    clustersFailed: 0,
    ...more,
  };
}

/** Answers in the place of Security Posture, with what the test puts in. */
export class PostureBackend {
  items: PostureFacts[] = [];
  fails = false;
  readonly asked: string[][] = [];

  readonly feature = createBackendPlugin({
    pluginId: 'security-posture',
    register: env =>
      env.registerInit({
        deps: { http: coreServices.httpRouter },
        init: async ({ http }) => http.use(this.router()),
      }),
  });

  private router(): Router {
    const router = Router();
    router.use(express.json({ limit: '2mb' }));
    router.post('/v1/postures/by-refs', (request, response) => {
      const refs: string[] = request.body.entityRefs;
      this.asked.push(refs);
      if (this.fails) {
        response.status(503).end();
        return;
      }
      const items = this.items.filter(item => refs.includes(item.entityRef));
      response.json({ items, notFound: [] });
    });
    return router;
  }
}
