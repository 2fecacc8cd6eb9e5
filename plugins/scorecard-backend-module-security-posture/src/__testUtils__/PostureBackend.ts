import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import type { PostureFacts } from 'backstage-plugin-security-posture-common';
import express, { Router } from 'express';

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
    router.use(express.json());
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
