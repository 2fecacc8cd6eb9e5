import { RefObject, useEffect, useRef, useState } from 'react';
import type { ExemptionOptions } from 'backstage-plugin-security-posture-common';
import { ExemptionStep, useExemptionStep } from '../../api';
import {
  DraftProblems,
  emptyDraft,
  endOf,
  previewOf,
  reasonProblems,
  RequestDraft,
  requestOf,
  stepOf,
} from './requestDraft';

/** A request that somebody fills in. */
export interface RequestForm {
  draft: RequestDraft;
  problems: DraftProblems;
  onChange: (change: Partial<RequestDraft>) => void;
  /** The step that is shown, counted from 1. */
  step: number;
  /** Goes to a step, unless what comes before it is not done. */
  goTo: (step: number) => void;
  send: () => void;
  sent: boolean;
  taking: ExemptionStep;
  /** Belongs on the element around the step. */
  body: RefObject<HTMLDivElement>;
}

/** What a request is made of. */
export interface RequestFormOptions {
  /** Undefined until it is known what can be asked for. */
  options: ExemptionOptions | undefined;
  entityRef: string | undefined;
  /** The step, as the address has it. */
  step: string;
  onStep: (step: string) => void;
}

/** Keeps what is filled in, whatever step is shown and whatever fails. Undefined until it is known what can be asked for. */
export function useRequestForm(
  props: RequestFormOptions,
): RequestForm | undefined {
  const { options, entityRef, onStep } = props;
  const [changed, setChanged] = useState<Partial<RequestDraft>>({});
  const [problems, setProblems] = useState<DraftProblems>({});
  const [sent, setSent] = useState(false);
  const taking = useExemptionStep();
  const draft = options && { ...emptyDraft(options), ...changed };
  const step = draft ? stepOf(props.step, draft) : 0;
  const body = useFocusOn(sent ? 'sent' : String(step));
  if (!options || !draft) return undefined;

  const complain = (found: DraftProblems) => {
    setProblems(found);
    const some = Object.keys(found).length > 0;
    if (some) focusFirstProblem(body);
    return some;
  };
  const send = async () => {
    const { maxDays = 0 } = previewOf(options, draft.scope) ?? {};
    const end = endOf(draft, maxDays, Date.now());
    if (complain(end === undefined ? { day: 'day' } : {})) return;
    const request = requestOf(draft, options, entityRef, end!);
    if (await taking.take(api => api.requestExemption(request))) setSent(true);
  };
  return {
    draft,
    problems,
    onChange: change => setChanged(before => ({ ...before, ...change })),
    step,
    goTo: next => {
      taking.forget();
      if (!complain(next === 3 ? reasonProblems(draft) : {})) {
        onStep(String(next));
      }
    },
    send: () => void send(),
    sent,
    taking,
    body,
  };
}

/** Brings the focus to the step that is shown now; the first one leaves it where the panel has put it. */
function useFocusOn(shown: string): RefObject<HTMLDivElement> {
  const body = useRef<HTMLDivElement>(null);
  const before = useRef(shown);
  useEffect(() => {
    const steps = before.current !== '0' && before.current !== shown;
    if (steps) body.current?.focus();
    before.current = shown;
  }, [shown]);
  return body;
}

/** Once the problems are drawn. */
function focusFirstProblem(body: RefObject<HTMLElement>) {
  requestAnimationFrame(() =>
    body.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
  );
}
