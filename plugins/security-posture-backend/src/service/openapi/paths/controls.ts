import { pathParameter, PathItem, ref, responses } from '../kit';

/** The control library. */
export const controlPaths: Readonly<Record<string, PathItem>> = {
  '/controls': {
    get: {
      operationId: 'getControls',
      summary: 'The control library',
      responses: responses(200, 'Every control', ref('ControlsResponse')),
    },
  },
  '/controls/{id}': {
    get: {
      operationId: 'getControl',
      summary: 'One control in words',
      parameters: [
        pathParameter('id', 'Id of the control: `privileged-container`', {
          type: 'string',
          maxLength: 100,
          pattern: '^[a-z0-9-]+$',
        }),
      ],
      responses: responses(200, 'The control', ref('ControlView'), [404]),
    },
  },
  '/frameworks': {
    get: {
      operationId: 'getFrameworks',
      summary: 'The frameworks and the controls that answer them',
      responses: responses(200, 'Every framework', ref('FrameworksResponse')),
    },
  },
};
