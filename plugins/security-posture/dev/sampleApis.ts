import { ResponseError } from '@backstage/errors';
import type {
  AccessResponse,
  ClusterMatrix,
  ClusterOverview,
  ClustersResponse,
  ControlStandingsResponse,
  CoverageResponse,
  EntitiesResponse,
  EntityPosture,
  ExemptionOptions,
  ExemptionsRegister,
  ExplorerResponse,
  ExposureResponse,
  FindingView,
  HierarchyResponse,
  OverviewResponse,
  PreflightView,
  ScopeDetails,
  ScopeMatrixResponse,
  SecurityPostureApi,
  UnownedWorkloadsResponse,
  WorkloadsResponse,
} from 'backstage-plugin-security-posture-common';
import { aChangesAnswer, sampleEvents } from '../src/testing/changeSamples';
import {
  aWorkloadsAnswer,
  anAccessAnswer,
  anExposure,
} from '../src/testing/entitySamples';
import { aFinding, aScan, minutesAgo } from '../src/testing/samples';
import { aTrendAnswer, daysAgo } from '../src/testing/trendSamples';

/** What a sample API knows. */
export interface SampleAnswers {
  overview?: OverviewResponse;
  coverage?: CoverageResponse;
  unowned?: UnownedWorkloadsResponse;
  entities?: EntitiesResponse;
  posture?: EntityPosture;
  findings?: ExplorerResponse;
  standings?: ControlStandingsResponse;
  workloads?: WorkloadsResponse;
  exposure?: ExposureResponse;
  access?: AccessResponse;
  hierarchy?: HierarchyResponse;
  matrix?: ScopeMatrixResponse;
  scope?: ScopeDetails;
  register?: ExemptionsRegister;
  options?: ExemptionOptions;
  clusters?: ClustersResponse;
  clusterMatrix?: ClusterMatrix;
  clusterOverview?: ClusterOverview;
  preflight?: PreflightView;
}

/** An API that answers from samples. */
export function answering(answers: SampleAnswers): SecurityPostureApi {
  const known = new Map<string, unknown>([
    ['getOverview', answers.overview],
    ['getCoverage', answers.coverage],
    ['getUnownedWorkloads', answers.unowned],
    ['getEntities', answers.entities],
    ['getEntityPosture', answers.posture],
    ['getFindings', answers.findings],
    ['getControlStandings', answers.standings],
    ['getHierarchy', answers.hierarchy],
    ['getScopeMatrix', answers.matrix],
    ['getScope', answers.scope],
    ['getExemptionsRegister', answers.register],
    ['getExemptionOptions', answers.options],
    ['getClusters', answers.clusters],
    ['getClusterMatrix', answers.clusterMatrix],
    ['getClusterOverview', answers.clusterOverview],
    ['getClusterPreflight', answers.preflight],
    ['getEntityFindings', answers.posture?.findings],
    ['getEntityWorkloads', answers.workloads ?? aWorkloadsAnswer()],
    ['getEntityExposure', answers.exposure ?? anExposure()],
    ['getEntityAccess', answers.access ?? anAccessAnswer()],
    ['getTrend', aTrendAnswer()],
    ['getEntityChanges', aChangesAnswer()],
    ['getEntityHistory', { items: sampleEvents(), since: daysAgo(30) }],
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
