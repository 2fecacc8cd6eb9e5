import {
  aFinding,
  aPart,
  anEntity,
  CRITICAL,
  NOW,
  talliesBut,
} from '../views/__testUtils__/samples';
import { ask } from './__testUtils__/callers';
import {
  ADMIN,
  foundCompany,
  HALF_BLIND,
  pathOf,
  refOf,
} from './__testUtils__/company';
import { startApi, StartedApi } from './__testUtils__/startApi';

const ABSENT = 9;

describe('the posture of an entity', () => {
  let api: StartedApi;
  let read: jest.SpyInstance;

  beforeEach(async () => {
    api = await startApi(NOW);
    foundCompany(api);
    read = jest.spyOn(api.reader, 'getEntity');
  });

  afterEach(() => api.stop());

  const posture = (caller: string, index: number) =>
    ask(api, 'get', `${pathOf(index)}/posture`, caller);

  describe('is read while the catalog is asked', () => {
    /** A catalog that answers once the entity was read; `false` where it waits in vain. */
    function catalogWaitsForReading(): Promise<boolean> {
      const { catalog } = api.policy;
      const answer = catalog.getEntityByRef.bind(catalog);
      return new Promise(tell => {
        jest
          .spyOn(catalog, 'getEntityByRef')
          .mockImplementation(async (ref, options) => {
            const waited = Date.now();
            while (!read.mock.calls.length && Date.now() - waited < 500)
              await new Promise(resolve => setTimeout(resolve, 5));
            tell(read.mock.calls.length > 0);
            return answer(ref, options);
          });
      });
    }

    it('for somebody from whom nothing is hidden', async () => {
      const early = catalogWaitsForReading();
      expect((await posture(ADMIN, 0)).status).toBe(200);
      expect(await early).toBe(true);
    });

    it('but not for others, who could tell from the time what is hidden', async () => {
      const early = catalogWaitsForReading();
      expect((await posture(HALF_BLIND, 0)).status).toBe(200);
      expect(await early).toBe(false);
      expect(read).toHaveBeenCalledTimes(1);
    });

    it('for ten seconds after something began to be hidden from them, and is not shown', async () => {
      await posture(ADMIN, 0);
      api.policy.rights.set(ADMIN, { sees: () => false });
      api.time.now += 9_999;
      read.mockClear();
      expect((await posture(ADMIN, 0)).status).toBe(404);
      expect(read).toHaveBeenCalledTimes(1);
      api.time.now += 1;
      expect((await posture(ADMIN, 0)).status).toBe(404);
      expect(read).toHaveBeenCalledTimes(1);
    });
  });

  it.each([
    ['hidden', 1],
    ['absent', ABSENT],
  ])('that is %s is not read', async (_, index) => {
    expect((await posture(HALF_BLIND, index)).status).toBe(404);
    expect(read).not.toHaveBeenCalled();
  });

  it('says what fails where its store does, once it may be shown', async () => {
    read.mockRejectedValue(new Error('the store is away'));
    expect((await posture(ADMIN, ABSENT)).status).toBe(404);
    expect((await posture(ADMIN, 0)).status).toBe(500);
  });

  describe('with more findings than a page', () => {
    let listed: jest.SpyInstance;

    beforeEach(() => {
      listed = jest.spyOn(api.reader, 'listFailing');
    });

    /** The service 0 with so many failing workloads, and as many findings behind them that could not be judged. */
    function withFindings(failing: number, unjudged: number): void {
      const fail = { critical: failing };
      const none = { pass: 0, notApplicable: 0, notEvaluated: 0, fail };
      api.reader.entities = [
        anEntity({
          entityRef: refOf(0),
          parts: [aPart({ tallies: talliesBut({ [CRITICAL]: none }) })],
        }),
      ];
      api.reader.findings = Array.from(
        { length: failing + unjudged },
        (_, index) => ({
          finding: aFinding({
            key: String(index).padStart(32, 'b'),
            outcome: index < failing ? 'fail' : 'notEvaluated',
            subject: { ...aFinding().subject, name: `workload-${index}` },
          }),
          entityRefs: [refOf(0)],
        }),
      );
    }

    it.each([
      ['reads no more where the page holds all that stands first', 45, 20, 0],
      ['reads the rest of what stands first', 60, 0, 1],
    ])('%s', async (_, failing, unjudged, times) => {
      withFindings(failing, unjudged);
      const { body } = await posture(ADMIN, 0);
      expect(body.findings.items).toHaveLength(50);
      expect(body.fixFirst[0].workloadsTotal).toBe(failing);
      expect(listed).toHaveBeenCalledTimes(times);
    });
  });
});
