import {
  AttestationsResponse,
  postureClusterReadPermission,
} from 'backstage-plugin-security-posture-common';
import { Request, Router } from 'express';
import { attestationView } from '../../views/attestationView';
import { attest, withdraw } from '../attest';
import { auditedAttestation } from '../audited';
import { decodeCursor, encodeCursor } from '../cursor';
import { DEFAULT_LIMIT } from '../entityFindings';
import {
  flagParameter,
  numberParameter,
  textParameter,
} from '../queryParameters';
import { RouteContext } from '../RouteContext';

/** Takes in what people state of clusters, and lists it. */
export function addAttestationRoutes(
  router: Router,
  context: RouteContext,
): void {
  const { auditor } = context;

  router.get('/attestations', async (request, response) => {
    response.json(await listAttestations(context, request));
  });

  router.post('/attestations', async (request, response) => {
    const { cluster, control, outcome } = request.body;
    const attestation = await auditedAttestation(
      auditor,
      request,
      'create',
      { cluster, control, outcome },
      () => attest(context, request),
    );
    response.status(201).json(attestation);
  });

  router.post('/attestations/:id/withdraw', async (request, response) => {
    const { id } = request.params;
    const attestation = await auditedAttestation(
      auditor,
      request,
      'withdraw',
      { id },
      () => withdraw(context, request),
    );
    response.json(attestation);
  });
}

async function listAttestations(
  { access, attestations, clock, controls }: RouteContext,
  request: Request,
): Promise<AttestationsResponse> {
  await access.require(request, postureClusterReadPermission);
  const query = {
    cluster: textParameter(request, 'cluster'),
    control: textParameter(request, 'control'),
    inForce: flagParameter(request, 'inForce'),
  };
  const identity = ['attestations', ...Object.values(query)];
  const offset = decodeCursor(identity, textParameter(request, 'cursor'));
  const now = clock();
  const limit = numberParameter(request, 'limit') ?? DEFAULT_LIMIT;
  const page = { ...query, now, offset, limit };
  const { items, total } = await attestations.list(page);
  const next = offset + items.length;
  return {
    items: items.map(item => attestationView(item, controls, now)),
    total,
    ...(items.length > 0 && next < total
      ? { nextCursor: encodeCursor(identity, next) }
      : {}),
  };
}
