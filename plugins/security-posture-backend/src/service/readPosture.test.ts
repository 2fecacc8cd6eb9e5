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

const SERVICE = 'service:plugin:reports';

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

  describe('asks the catalog', () => {
    let asked: jest.SpyInstance;

    beforeEach(() => {
      asked = jest.spyOn(api.policy.catalog, 'getEntityByRef');
    });

    it('not for what is stored, for somebody from whom it hides nothing', async () => {
      expect((await posture(ADMIN, 0)).status).toBe(200);
      expect(asked).not.toHaveBeenCalled();
    });

    it('for what is not stored', async () => {
      api.reader.entities = [];
      const { status, body } = await posture(ADMIN, 0);
      expect([status, body.state]).toEqual([200, 'notMapped']);
      expect((await posture(ADMIN, ABSENT)).status).toBe(404);
      expect(asked).toHaveBeenCalledTimes(2);
    });

    it.each([
      ['for others, who could tell from the time what is hidden', HALF_BLIND],
      ['for services, of which a policy says nothing', SERVICE],
    ])('%s, before it is read', async (_, caller) => {
      expect((await posture(caller, 0)).status).toBe(200);
      expect(asked).toHaveBeenCalledTimes(1);
      expect(read).toHaveBeenCalledTimes(1);
      const [[catalogAsked], [wasRead]] = [asked, read].map(
        ({ mock }) => mock.invocationCallOrder,
      );
      expect(catalogAsked).toBeLessThan(wasRead);
    });

    it('again ten seconds after it began to hide something', async () => {
      await posture(ADMIN, 0);
      api.policy.rights.set(ADMIN, { sees: () => false });
      api.time.now += 9_999;
      expect((await posture(ADMIN, 0)).status).toBe(200);
      api.time.now += 1;
      read.mockClear();
      expect((await posture(ADMIN, 0)).status).toBe(404);
      expect(read).not.toHaveBeenCalled();
    });

    it('for a gate in any case', async () => {
      const gate = () => ask(api, 'get', `${pathOf(0)}/gate`, ADMIN);
      expect((await gate()).status).toBe(200);
      api.policy.entities = [];
      expect((await gate()).status).toBe(404);
      expect((await posture(ADMIN, 0)).status).toBe(200);
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
    expect((await posture(HALF_BLIND, ABSENT)).status).toBe(404);
    expect((await posture(HALF_BLIND, 0)).status).toBe(500);
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
