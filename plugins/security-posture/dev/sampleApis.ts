import { ResponseError } from '@backstage/errors';
import type {
  EntitiesResponse,
  EntityPosture,
  FindingView,
  SecurityPostureApi,
  SummaryResponse,
} from 'backstage-plugin-security-posture-common';
import { aFinding, aScan, minutesAgo } from '../src/testing/samples';

/** What a sample API knows. */
export interface SampleAnswers {
  summary?: SummaryResponse;
  entities?: EntitiesResponse;
  posture?: EntityPosture;
}

/** An API that answers from samples. */
export function answering(answers: SampleAnswers): SecurityPostureApi {
  const known = new Map<string, unknown>([
    ['getSummary', answers.summary],
    ['getEntities', answers.entities],
    ['getEntityPosture', answers.posture],
    ['getEntityFindings', answers.posture?.findings],
    ['scanEntity', aScan()],
    ['getScan', aScan()],
  ]);
  return apiOf(async (method, [key]) => {
    const answer =
      method === 'getFinding'
        ? findingOf(String(key), answers.posture)
        : known.get(method);
    if (answer === undefined) throw await errorOf(404, 'NotFoundError');
    return answer;
  });
}

/** An API that answers nothing yet. */
export function silent(): SecurityPostureApi {
  return apiOf(() => new Promise(() => {}));
}

/** An API that refuses everything. */
export function refusing(status: number, name: string): SecurityPostureApi {
  return apiOf(async () => {
    throw await errorOf(status, name);
  });
}

/** An API behind a broken connection. */
export function unreachable(): SecurityPostureApi {
  return apiOf(async () => {
    throw new TypeError('Failed to fetch');
  });
}

/** A finding of the posture, or where its key is `closed`, one that was fixed an hour ago. */
function findingOf(
  key: string,
  posture: EntityPosture | undefined,
): FindingView | undefined {
  if (key === 'closed')
    return aFinding({
      key,
      closedAt: minutesAgo(60),
      closedBecause: 'passed',
    });
  return posture?.findings.items.find(finding => finding.key === key);
}

function apiOf(
  answer: (method: string, parameters: unknown[]) => Promise<unknown>,
) {
  return new Proxy({} as SecurityPostureApi, {
    get:
      (_, method) =>
      (...parameters: unknown[]) =>
        answer(String(method), parameters),
  });
}

function errorOf(status: number, name: string): Promise<ResponseError> {
  const body = {
    error: { name, message: 'A sample of an error.' },
    response: { statusCode: status },
  };
  return ResponseError.fromResponse(
    new Response(JSON.stringify(body), {
      status,
      headers: { 'content-type': 'application/json' },
    }),
  );
}
