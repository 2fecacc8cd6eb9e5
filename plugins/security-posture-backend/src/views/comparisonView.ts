import {
  FixedFinding,
  LiveComparison,
} from 'backstage-plugin-security-posture-common';
import {
  ComparedFailure,
  fixedFailures,
  JudgedManifest,
  JudgedManifests,
} from 'security-posture-engine';
import { FindingRecord } from '../database/records';
import { LiveRecord } from '../evaluate/readLiveEntity';
import { findingTitle } from './findingView';
import { ControlIndex } from './PostureSettings';

/** Manifests beside the live entity, in numbers, and what they mend. */
export function comparisonView(
  live: LiveRecord,
  compared: readonly ComparedFailure<JudgedManifest>[],
  { subjects }: JudgedManifests,
  controls: ControlIndex,
): LiveComparison {
  const counting = compared.filter(({ exempted }) => !exempted);
  const fresh = counting.filter(failure => failure.fresh).length;
  return {
    entityRef: live.entityRef,
    state: live.state,
    new: fresh,
    alreadyFailing: counting.length - fresh,
    exempted: compared.length - counting.length,
    fixed: fixedFailures(subjects, live.failures).map(failure =>
      fixedFinding(failure, controls),
    ),
  };
}

function fixedFinding(
  { key, control, severity, cluster, subject, outcome }: FindingRecord,
  controls: ControlIndex,
): FixedFinding {
  const { apiVersion, kind, namespace, name, title } = subject;
  return {
    key,
    control,
    title: findingTitle({ control, outcome }, controls),
    severity,
    cluster,
    resource: {
      apiVersion,
      kind,
      ...(namespace ? { namespace } : {}),
      name: title ?? name,
    },
  };
}
