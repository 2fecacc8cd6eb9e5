import {
  EXEMPTION_PARTS,
  EXEMPTION_STATES,
} from 'backstage-plugin-security-posture-common';
import {
  flag,
  jsonBody,
  listOf,
  oneOf,
  pathParameter,
  PathItem,
  queryParameter,
  ref,
  responses,
  Schema,
} from '../kit';
import { cursorParameter, pageParameters } from '../parameters';

const shortText: Schema = { type: 'string', minLength: 1, maxLength: 300 };

const namingParameters = [
  queryParameter(
    'entity',
    'Only those on behalf of this entity: `component:default/shop`',
    shortText,
  ),
  queryParameter('control', 'Only those of this control', shortText),
];

function idParameter(what: string) {
  return pathParameter('id', `Id of the ${what}`, {
    type: 'string',
    pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$',
  });
}

/** A step on an exemption. */
function step(operationId: string, summary: string, schema: string): PathItem {
  const body = jsonBody('Words that go along with it', ref(schema));
  return {
    post: {
      operationId,
      summary,
      parameters: [idParameter('exemption')],
      requestBody: { ...body, required: schema === 'ExemptionShortening' },
      responses: responses(
        200,
        'As it is now',
        ref('ExemptionDetails'),
        [404, 409, 413],
      ),
    },
  };
}

/** Exemptions, and what people state of clusters. */
export const exemptionPaths: Readonly<Record<string, PathItem>> = {
  '/exemptions': {
    get: {
      operationId: 'getExemptions',
      summary:
        'The exemptions that the caller may see: those in force and asked for first, the soonest to end before the others',
      parameters: [
        queryParameter(
          'states',
          'Only exemptions of these states',
          listOf(oneOf(EXEMPTION_STATES)),
        ),
        ...namingParameters,
        queryParameter(
          'expiresWithinDays',
          'Only those in force that end within so many days',
          { type: 'integer', minimum: 0, maximum: 3_650 },
        ),
        queryParameter(
          'appliesToNothing',
          'True: only those in force or asked for that cover no finding now; false: only those that do',
          flag,
        ),
        ...pageParameters,
      ],
      responses: responses(
        200,
        'A page of exemptions',
        ref('ExemptionsResponse'),
      ),
    },
    post: {
      operationId: 'requestExemption',
      summary: 'Ask for an exemption, as a user',
      requestBody: jsonBody('What is asked for', ref('ExemptionRequest')),
      responses: responses(
        201,
        'It waits for approval',
        ref('ExemptionDetails'),
        [404, 409, 413],
      ),
    },
  },
  '/exemptions/register': {
    get: {
      operationId: 'getExemptionsRegister',
      summary:
        'The exemptions that the caller may see with their histories, how many each part of the register has, and what the caller may do',
      parameters: [
        queryParameter('part', 'Only this part', oneOf(EXEMPTION_PARTS)),
        ...namingParameters,
        queryParameter(
          'search',
          'Only those in which the name of the control, the entity, the object or the person has this part',
          { type: 'string', minLength: 1, maxLength: 100 },
        ),
        cursorParameter,
        queryParameter('limit', 'Items of a page', {
          type: 'integer',
          minimum: 1,
          maximum: 50,
          default: 25,
        }),
      ],
      responses: responses(
        200,
        'A page of the register',
        ref('ExemptionsRegister'),
      ),
    },
  },
  '/exemptions/options': {
    get: {
      operationId: 'getExemptionOptions',
      summary:
        'What can be asked for on a finding, as a user, and what each scope would cover',
      parameters: [
        {
          ...queryParameter('findingKey', 'Key of the finding', {
            type: 'string',
            pattern: '^[0-9a-f]{32}$',
          }),
          required: true,
        },
        queryParameter(
          'entity',
          'The entity on whose behalf it is asked for; left out only for a finding that belongs to none',
          shortText,
        ),
      ],
      responses: responses(
        200,
        'What can be asked for',
        ref('ExemptionOptions'),
        [404],
      ),
    },
  },
  '/exemptions/preview': {
    post: {
      operationId: 'previewExemption',
      summary: 'What an exemption would cover now',
      requestBody: jsonBody('What is asked for', ref('ExemptionTarget')),
      responses: responses(
        200,
        'What it covers',
        ref('ExemptionPreview'),
        [404, 413],
      ),
    },
  },
  '/exemptions/{id}': {
    get: {
      operationId: 'getExemption',
      summary: 'One exemption with its history',
      parameters: [idParameter('exemption')],
      responses: responses(200, 'The exemption', ref('ExemptionDetails'), [
        404,
      ]),
    },
  },
  '/exemptions/{id}/approve': step(
    'approveExemption',
    'Approve it, as an approver who did not ask for it',
    'ExemptionApproval',
  ),
  '/exemptions/{id}/deny': step(
    'denyExemption',
    'Deny it, as an approver who did not ask for it',
    'ExemptionDecision',
  ),
  '/exemptions/{id}/shorten': step(
    'shortenExemption',
    'Let it end earlier, as an approver who did not ask for it',
    'ExemptionShortening',
  ),
  '/exemptions/{id}/revoke': step(
    'revokeExemption',
    'End it now, as an approver or as who asked for it',
    'ExemptionDecision',
  ),
  '/attestations': {
    get: {
      operationId: 'getAttestations',
      summary: 'What people state of clusters, newest first',
      parameters: [
        queryParameter('cluster', 'Only of this cluster', shortText),
        queryParameter('control', 'Only of this control', shortText),
        queryParameter('inForce', 'True: only those that answer now', flag),
        ...pageParameters,
      ],
      responses: responses(
        200,
        'A page of attestations',
        ref('AttestationsResponse'),
      ),
    },
    post: {
      operationId: 'attest',
      summary:
        'State what no API of a cluster shows, as a user, in the place of what was stated before',
      requestBody: jsonBody('What is stated', ref('AttestationRequest')),
      responses: responses(
        201,
        'It is kept',
        ref('AttestationView'),
        [404, 413],
      ),
    },
  },
  '/attestations/{id}/withdraw': {
    post: {
      operationId: 'withdrawAttestation',
      summary: 'Take back what was stated, as a user',
      parameters: [idParameter('attestation')],
      responses: responses(
        200,
        'It is withdrawn',
        ref('AttestationView'),
        [404, 409, 413],
      ),
    },
  },
};
