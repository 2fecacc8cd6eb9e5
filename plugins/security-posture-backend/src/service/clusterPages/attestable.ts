import { AttestationState } from 'backstage-plugin-security-posture-common';
import { scoredFails } from 'security-posture-engine';
import { attestationState } from '../../views/clusterPages/attestationState';
import { EntitySum } from '../../views/sumEntity';
import { mayAnswerFails } from '../attest';
import { RouteContext } from '../RouteContext';
import { ClusterSubjects } from './clusterSubjects';

/** Attestations that are read; a cluster has one of each control at most. */
const STANDING_READ = 200;

/** What people state of a cluster, and what they can be asked for. */
export async function readAttestations(
  { attestations, controls, clock, reader }: RouteContext,
  cluster: string,
  subjects: ClusterSubjects,
  sum: EntitySum,
): Promise<AttestationState> {
  const now = clock();
  const [standing, gaps] = await Promise.all([
    attestations.list({
      cluster,
      standing: true,
      now,
      offset: 0,
      limit: STANDING_READ,
    }),
    reader.listGaps([cluster]),
  ]);
  const asked = new Set([
    ...gaps
      .filter(({ reason }) => reason === 'manual')
      .map(({ control }) => control),
    ...manualOn(subjects),
    ...failsToAnswer({ controls }, sum),
  ]);
  return attestationState(standing.items, asked, controls, now);
}

/** Controls that wait for a person on the cluster itself, on a node or on a namespace. */
function manualOn({ own, nodes, namespaces }: ClusterSubjects): string[] {
  return [...(own ? [own] : []), ...nodes, ...namespaces].flatMap(
    ({ outcomes }) =>
      outcomes
        .filter(({ reason }) => reason === 'manual')
        .map(({ control }) => control),
  );
}

/** Controls whose failure may be meant and bounded otherwise, which a person says. */
function failsToAnswer(
  { controls }: Pick<RouteContext, 'controls'>,
  { raw }: EntitySum,
): string[] {
  return Object.entries(raw.tallies)
    .filter(([, tally]) => scoredFails(tally) > 0)
    .map(([id]) => id)
    .filter(id => {
      const control = controls.get(id);
      return control !== undefined && mayAnswerFails(control);
    });
}
