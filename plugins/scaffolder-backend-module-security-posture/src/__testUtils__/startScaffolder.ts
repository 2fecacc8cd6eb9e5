import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { startTestBackend } from '@backstage/backend-test-utils';
import {
  scaffolderActionsExtensionPoint,
  TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import module from '../index';

/** An error of Security Posture, in its words. */
export class Refusal {
  constructor(readonly status: number, private readonly message: string) {}

  get body(): object {
    const { status, message } = this;
    return {
      error: { name: 'Error', message },
      response: { statusCode: status },
    };
  }
}

/** What Security Posture answers: a body, an error, or a status alone. */
export type Answer = object | Refusal | number;

/** The scaffolder's side of the extension point, and Security Posture's answer over HTTP. */
export async function startScaffolder(id: string, answer: Answer) {
  const actions = new Map<string, TemplateAction<any, any, any>>();
  const askedBy: string[] = [];
  const bodies: any[] = [];
  const posture = createBackendPlugin({
    pluginId: 'security-posture',
    register: env =>
      env.registerInit({
        deps: {
          auth: coreServices.auth,
          http: coreServices.httpRouter,
          httpAuth: coreServices.httpAuth,
        },
        init: async ({ auth, http, httpAuth }) =>
          http.use(async (asked, response) => {
            const credentials = await httpAuth.credentials(asked);
            if (auth.isPrincipal(credentials, 'user')) {
              askedBy.push(credentials.principal.userEntityRef);
            }
            const text = Buffer.concat(await asked.toArray()).toString();
            bodies.push(text && JSON.parse(text));
            if (typeof answer === 'number') response.status(answer).json({});
            else if (answer instanceof Refusal)
              response.status(answer.status).json(answer.body);
            else response.json(answer);
          }),
      }),
  });
  await startTestBackend({
    extensionPoints: [
      [
        scaffolderActionsExtensionPoint,
        {
          addActions: (...added: TemplateAction<any, any, any>[]) =>
            added.forEach(action => actions.set(action.id, action)),
        },
      ],
    ],
    features: [module, posture],
  });
  return { action: actions.get(id)!, askedBy, bodies };
}
