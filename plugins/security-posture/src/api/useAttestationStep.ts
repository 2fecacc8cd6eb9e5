import { useCallback, useState } from 'react';
import { useSWRConfig } from 'swr';
import { useApi } from '@backstage/core-plugin-api';
import type {
  AttestationView,
  SecurityPostureApi,
} from 'backstage-plugin-security-posture-common';
import { Failure, failureOf } from './failure';
import { agesWithClusterScan } from './keys';
import { securityPostureApiRef } from './securityPostureApiRef';

/** Stating something of a cluster, or withdrawing it. */
export interface AttestationStep {
  /** True from sending the step until it is answered. */
  sending: boolean;
  /** Why the last step was not taken. */
  failure: Failure | undefined;
  /** Takes a step, and lets all that shows the cluster ask again. True where it was taken. */
  take: (
    step: (api: SecurityPostureApi) => Promise<AttestationView>,
  ) => Promise<boolean>;
}

/** Takes steps on what people state of a cluster, one at a time. */
export function useAttestationStep(cluster: string): AttestationStep {
  const api = useApi(securityPostureApiRef);
  const { mutate } = useSWRConfig();
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const take = useCallback<AttestationStep['take']>(
    async step => {
      setSending(true);
      setFailure(undefined);
      try {
        await step(api);
        await mutate(agesWithClusterScan(cluster));
        return true;
      } catch (error) {
        setFailure(failureOf(error));
        return false;
      } finally {
        setSending(false);
      }
    },
    [api, cluster, mutate],
  );
  return { sending, failure, take };
}
