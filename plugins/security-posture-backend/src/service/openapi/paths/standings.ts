import { pathParameter, PathItem, ref, responses } from '../kit';

/** How controls stand. */
export const standingPaths: Readonly<Record<string, PathItem>> = {
  '/control-standings': {
    get: {
      operationId: 'getControlStandings',
      summary:
        'Every control with on how much of what the caller may see it fails, was not judged, or fails nowhere',
      responses: responses(
        200,
        'Every control',
        ref('ControlStandingsResponse'),
      ),
    },
  },
  '/control-standings/{id}': {
    get: {
      operationId: 'getControlStanding',
      summary:
        'One control in words, with how it stands, what fixes an example, and what asks for it',
      parameters: [
        pathParameter('id', 'Id of the control: `privileged-container`', {
          type: 'string',
          maxLength: 100,
          pattern: '^[a-z0-9-]+$',
        }),
      ],
      responses: responses(200, 'The control', ref('ControlStandingDetails'), [
        404,
      ]),
    },
  },
};
