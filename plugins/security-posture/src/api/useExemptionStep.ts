import { useCallback, useState } from 'react';
import { useSWRConfig } from 'swr';
import { useApi } from '@backstage/core-plugin-api';
import type {
  ExemptionDetails,
  ExemptionsRegister,
  SecurityPostureApi,
} from 'backstage-plugin-security-posture-common';
import { Failure, failureOf } from './failure';
import { agesWithExemptions, cacheKeys, isRegister } from './keys';
import { securityPostureApiRef } from './securityPostureApiRef';

/** Taking a step on an exemption: asking for one, deciding on it, ending it. */
export interface ExemptionStep {
  /** True from sending the step until it is answered. */
  sending: boolean;
  /** Why the last step was not taken. */
  failure: Failure | undefined;
  /**
   * Takes a step, and lets everything that it changes ask again. Answers with the exemption as it is then; undefined where it failed.
   * `expected` is shown at once in lists, and taken back where the step fails.
   */
  take: (
    step: (api: SecurityPostureApi) => Promise<ExemptionDetails>,
    expected?: ExemptionDetails,
  ) => Promise<ExemptionDetails | undefined>;
  /** Forgets the failure. */
  forget: () => void;
}

/** What is shown stays until the server is asked again. */
const STAY = { revalidate: false };

/** Takes steps on exemptions, one at a time. */
export function useExemptionStep(): ExemptionStep {
  const api = useApi(securityPostureApiRef);
  const { mutate } = useSWRConfig();
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const take = useCallback<ExemptionStep['take']>(
    async (step, expected) => {
      setSending(true);
      setFailure(undefined);
      const show = (exemption: ExemptionDetails) =>
        Promise.all([
          mutate(cacheKeys.exemption(exemption.id), exemption, STAY),
          mutate(isRegister, withExemption(exemption), STAY),
        ]);
      try {
        if (expected) await show(expected);
        const exemption = await step(api);
        await show(exemption);
        return exemption;
      } catch (error) {
        setFailure(failureOf(error));
        return undefined;
      } finally {
        setSending(false);
        void mutate(agesWithExemptions);
      }
    },
    [api, mutate],
  );
  const forget = useCallback(() => setFailure(undefined), []);
  return { sending, failure, take, forget };
}

/** Puts an exemption into the pages of the register that list it already. */
function withExemption(exemption: ExemptionDetails) {
  return (page: ExemptionsRegister | undefined) =>
    page && {
      ...page,
      items: page.items.map(item =>
        item.id === exemption.id ? exemption : item,
      ),
    };
}
