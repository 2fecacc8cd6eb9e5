import { PathItem, queryParameter, ref, responses } from '../kit';

/** What the first page of the board shows. */
export const overviewPaths: Readonly<Record<string, PathItem>> = {
  '/overview': {
    get: {
      operationId: 'getOverview',
      summary:
        'How the organisation, or what one group owns, stands, what to fix first and what was not looked at',
      parameters: [
        queryParameter(
          'owner',
          'Only what this group, or one below it, owns: `group:default/payments`',
          { type: 'string', minLength: 1, maxLength: 300 },
        ),
      ],
      responses: responses(200, 'The overview', ref('OverviewResponse'), [404]),
    },
  },
};
