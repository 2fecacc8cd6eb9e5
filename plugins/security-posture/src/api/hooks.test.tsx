import { ReactNode } from 'react';
import { act, renderHook, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { TestApiProvider } from '@backstage/test-utils';
import type {
  PostureSignal,
  ScanView,
} from 'backstage-plugin-security-posture-common';
import {
  answerGet,
  API_URL,
  breakGet,
  FreshCache,
  portalClient,
  refuseGet,
  startPortalServer,
} from '../__testUtils__/portal';
import { aPosture, aScan } from '../testing/samples';
import { anOverview } from '../testing/overviewSamples';
import { securityPostureApiRef } from './securityPostureApiRef';
import { useEntityPosture } from './useEntityPosture';
import { useRescan } from './useRescan';
import { useOverview } from './useOverview';

const ENTITY = 'component:default/payments-api';
const POSTURE_PATH = 'entities/component/default/payments-api/posture';
const server = startPortalServer();

/** Signals that a test sends by hand. */
function handSignals() {
  const listeners = new Set<(message: PostureSignal) => void>();
  return {
    send: (message: PostureSignal) => listeners.forEach(tell => tell(message)),
    subscribe: (_: string, listener: (message: never) => void) => {
      listeners.add(listener as (message: PostureSignal) => void);
      return { unsubscribe: () => listeners.clear() };
    },
  };
}

/** Whole seconds between one time and the next. */
function gapsBetween(times: number[]): number[] {
  return times
    .slice(1)
    .map((time, index) => Math.round((time - times[index]) / 1000));
}

function renderWithApi<T>(hook: () => T, signals = handSignals()) {
  const client = portalClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <TestApiProvider
      apis={[
        [securityPostureApiRef, client],
        [signalApiRef, signals],
      ]}
    >
      <FreshCache>{children}</FreshCache>
    </TestApiProvider>
  );
  return renderHook(hook, { wrapper }).result;
}

afterEach(() => jest.useRealTimers());

describe('useEntityPosture', () => {
  it('brings the posture', async () => {
    server.use(answerGet(POSTURE_PATH, { ...aPosture() }));
    const result = renderWithApi(() => useEntityPosture(ENTITY));
    expect(result.current).toMatchObject({ data: undefined, loading: true });
    await waitFor(() => expect(result.current.data?.entityRef).toBe(ENTITY));
    expect(result.current).toMatchObject({
      loading: false,
      failure: undefined,
    });
  });

  it('keeps the last posture when the connection breaks', async () => {
    server.use(answerGet(POSTURE_PATH, { ...aPosture() }));
    const result = renderWithApi(() => useEntityPosture(ENTITY));
    await waitFor(() => expect(result.current.data).toBeDefined());
    server.use(breakGet(POSTURE_PATH));
    act(() => result.current.refresh());
    await waitFor(() => expect(result.current.failure?.kind).toBe('network'));
    expect(result.current.data?.entityRef).toBe(ENTITY);
  });

  it('drops the last posture when the user may no longer see it', async () => {
    server.use(answerGet(POSTURE_PATH, { ...aPosture() }));
    const result = renderWithApi(() => useEntityPosture(ENTITY));
    await waitFor(() => expect(result.current.data).toBeDefined());
    server.use(refuseGet(POSTURE_PATH, 403, 'NotAllowedError'));
    act(() => result.current.refresh());
    await waitFor(() => expect(result.current.failure?.kind).toBe('forbidden'));
    expect(result.current.data).toBeUndefined();
  });
});

describe('useOverview', () => {
  it('asks again when a scan moved, but not twice within half a minute', async () => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] });
    let asked = 0;
    server.use(
      http.get(`${API_URL}/overview`, () => {
        asked += 1;
        return HttpResponse.json(anOverview());
      }),
    );
    const signals = handSignals();
    renderWithApi(() => useOverview(''), signals);
    const wait = (seconds: number) =>
      act(() => jest.advanceTimersByTimeAsync(seconds * 1_000));
    const move = () =>
      act(async () => signals.send({ type: 'scan', scanIds: ['1'] }));
    await wait(1);
    expect(asked).toBe(1);
    await move();
    await wait(24);
    expect(asked).toBe(1);
    await wait(6);
    expect(asked).toBe(2);
    await move();
    await move();
    await wait(26);
    expect(asked).toBe(2);
    // What is asked every minute brings what moved before as well.
    await wait(13);
    expect(asked).toBe(3);
  });
});

describe('useRescan', () => {
  const running = (id: string): ScanView => ({
    ...aScan(),
    id,
    state: 'running',
  });

  /** Counts what is asked; the scan ends when `end` is called. */
  function scanServer() {
    const asked = { scans: [] as number[], postures: 0 };
    let state: ScanView['state'] = 'running';
    server.use(
      http.post(`${API_URL}/entities/component/default/payments-api/scan`, () =>
        HttpResponse.json(running('mine'), { status: 202 }),
      ),
      http.get(`${API_URL}/scans/:id`, ({ params }) => {
        asked.scans.push(Date.now());
        return HttpResponse.json({ ...running(String(params.id)), state });
      }),
      http.get(`${API_URL}/${POSTURE_PATH}`, () => {
        asked.postures += 1;
        return HttpResponse.json(aPosture());
      }),
    );
    return { asked, end: () => (state = 'finished') };
  }

  function useBoth(current?: ScanView) {
    useEntityPosture(ENTITY);
    return useRescan(ENTITY, current);
  }

  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] });
  });

  it('follows the own scan every three seconds, then asks for the posture', async () => {
    const { asked, end } = scanServer();
    const result = renderWithApi(() => useBoth());
    await act(() => jest.advanceTimersByTimeAsync(500));
    expect(result.current.underWay).toBe(false);
    act(() => result.current.start());
    await act(() => jest.advanceTimersByTimeAsync(2_000));
    expect(result.current.scan?.id).toBe('mine');
    expect(result.current.underWay).toBe(true);
    await act(() => jest.advanceTimersByTimeAsync(20_000));
    expect(new Set(gapsBetween(asked.scans.slice(1)))).toEqual(new Set([3]));
    expect(asked.postures).toBe(1);
    end();
    await act(() => jest.advanceTimersByTimeAsync(4_000));
    expect(result.current.underWay).toBe(false);
    expect(asked.postures).toBe(2);
    const ended = asked.scans.length;
    await act(() => jest.advanceTimersByTimeAsync(10_000));
    expect(asked.scans).toHaveLength(ended);
  });

  it('follows the scan of somebody else every half a minute', async () => {
    const { asked } = scanServer();
    const result = renderWithApi(() => useBoth(running('theirs')));
    await act(() => jest.advanceTimersByTimeAsync(1_000));
    expect(result.current.underWay).toBe(true);
    await act(() => jest.advanceTimersByTimeAsync(95_000));
    const gaps = gapsBetween(asked.scans);
    expect(gaps).toHaveLength(3);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(30);
  });

  it('says why no scan could be started', async () => {
    server.use(
      answerGet(POSTURE_PATH, { ...aPosture() }),
      http.post(`${API_URL}/entities/component/default/payments-api/scan`, () =>
        HttpResponse.json(
          {
            error: { name: 'NotAllowedError', message: 'no' },
            response: { statusCode: 403 },
          },
          { status: 403 },
        ),
      ),
    );
    const result = renderWithApi(() => useBoth());
    act(() => result.current.start());
    await act(() => jest.advanceTimersByTimeAsync(500));
    expect(result.current.failure).toEqual({
      kind: 'forbidden',
      message: 'no',
    });
    expect(result.current.underWay).toBe(false);
  });
});
