import { mockCredentials } from '@backstage/backend-test-utils';
import { ActionContext } from '@backstage/plugin-scaffolder-node';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import type { GateView } from 'backstage-plugin-security-posture-common';
import { parse } from 'yaml';
import { startScaffolder } from '../__testUtils__/startScaffolder';

const ID = 'security-posture:gate';
const CART = 'component:default/cart';

function aGate(more: Partial<GateView> = {}): GateView {
  return {
    entityRef: CART,
    verdict: 'pass',
    readiness: 'ready',
    reasons: [],
    blockers: [],
    blockersTotal: 0,
    score: 100,
    grade: 'A',
    coverage: 1,
    ...more,
  };
}

const BLOCKED = aGate({
  verdict: 'block',
  readiness: 'notReady',
  score: 31,
  blockers: [
    {
      key: 'k1',
      control: 'privileged-container',
      title: 'A container is privileged',
      severity: 'critical',
      resource: {
        cluster: 'prod-eu',
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        namespace: 'shop',
        name: 'cart',
      } as GateView['blockers'][number]['resource'],
      exemptable: true,
    },
  ],
  blockersTotal: 5,
});

const UNKNOWN = aGate({
  verdict: 'block',
  readiness: 'unknown',
  reasons: [{ kind: 'nothingEvaluated' }] as GateView['reasons'],
  score: null,
  grade: null,
});

function contextOf(more: Partial<ActionContext<any, any>> = {}) {
  return {
    ...createMockActionContext({ input: { entityRef: CART } }),
    getInitiatorCredentials: async () =>
      mockCredentials.user('user:default/vera'),
    ...more,
  };
}

describe('security-posture:gate', () => {
  it('goes on for a ready entity, asked as the user who runs the template', async () => {
    const { action, askedBy } = await startScaffolder(ID, aGate());
    const context = contextOf();
    await action.handler(context);
    expect(context.output).toHaveBeenCalledWith('verdict', 'pass');
    expect(context.output).toHaveBeenCalledWith('blockers', 0);
    expect(askedBy).toEqual(['user:default/vera']);
  });

  it.each<[string, GateView | number, RegExp]>([
    [
      'a blocked entity, and names what blocks',
      BLOCKED,
      /not ready for production: critical: A container is privileged \(Deployment cart, prod-eu\); and 4 more/,
    ],
    ['an entity of which nothing is known', UNKNOWN, /not known whether/],
    ['an entity that does not exist or is hidden', 404, /does not show it/],
    ['a caller who may not read postures', 403, /403/],
    ['a portal whose backend fails', 500, /500/],
  ])('stops at %s', async (_, answer, words) => {
    const { action } = await startScaffolder(ID, answer);
    await expect(action.handler(contextOf())).rejects.toThrow(words);
  });

  it('tells the answer in a dry run and goes on', async () => {
    const { action } = await startScaffolder(ID, BLOCKED);
    const context = contextOf({ isDryRun: true });
    expect(action.supportsDryRun).toBe(true);
    await action.handler(context);
    expect(context.output).toHaveBeenCalledWith('verdict', 'block');
    expect(context.output).toHaveBeenCalledWith('blockers', 5);
  });

  it('has examples whose input the action takes', async () => {
    const { action } = await startScaffolder(ID, aGate());
    expect(action.examples).not.toHaveLength(0);
    for (const { example } of action.examples!) {
      for (const step of parse(example).steps) {
        expect(step.action).toBe(action.id);
        expect(Object.keys(step.input)).toEqual(['entityRef']);
      }
    }
  });
});
