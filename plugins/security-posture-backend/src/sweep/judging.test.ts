import {
  allControls,
  Control,
  createEvaluator,
  DEFAULT_SETTINGS,
  EntityFacts,
  Inventory,
  Workload,
  workloadProfile,
} from 'security-posture-engine';
import { encodeOutcomes } from '../database/outcomes';
import { aDeployment, collected, PRIVILEGED } from './__testUtils__/collected';
import { createBreather } from './createBreather';
import { GapCollector, isGap, unreadInputs } from './findGaps';
import { judgeWorkload } from './judgeWorkload';
import { provePatches } from './provePatches';
import { factsOf } from './subjectFacts';
import { subjectHash } from './subjectHash';
import { labelsOf } from './subjectLabels';
import { profileKey, tallyEntity } from './tallyEntities';

const CONTROLS = allControls();

function judgeIn(yaml: string, owners: readonly EntityFacts[]) {
  const { inventory, workloads } = collected(yaml);
  const evaluator = createEvaluator(CONTROLS, inventory, {
    now: 0,
    settings: DEFAULT_SETTINGS,
  });
  return judgeWorkload(evaluator, workloads[0], owners, CONTROLS);
}

function workloadOf(yaml: string): Workload {
  return collected(yaml).workloads[0];
}

function outcomeOf(
  control: string,
  findings: readonly { control: string; outcome: string }[],
) {
  return findings.find(finding => finding.control === control)?.outcome;
}

describe('judgeWorkload', () => {
  const SYSTEM = aDeployment('web', '', { namespace: 'kube-system' });
  const plain = { ref: 'component:default/web', tags: [] };
  const tagged = { ref: 'component:default/agent', tags: ['infrastructure'] };

  it.each<[string, readonly EntityFacts[], string]>([
    ['nobody', [], 'notApplicable'],
    ['a service', [plain], 'fail'],
    ['a part of the cluster', [tagged], 'pass'],
    ['both, the service first', [plain, tagged], 'fail'],
    ['both, the service last', [tagged, plain], 'fail'],
  ])('judges what the entity decides for %s', (_, owners, expected) => {
    const findings = judgeIn(SYSTEM, owners);
    expect(outcomeOf('workload-in-system-namespace', findings)).toBe(expected);
  });

  it('gives one finding per control in the order of the controls, however many owners there are', () => {
    const one = judgeIn(SYSTEM, [plain]).map(({ control }) => control);
    const two = judgeIn(SYSTEM, [tagged, plain]).map(({ control }) => control);
    expect(two).toEqual(one);
    expect(new Set(two).size).toBe(
      CONTROLS.filter(({ subject }) => subject === 'workload').length,
    );
  });

  it('judges no more than it is asked for', () => {
    const { inventory, workloads } = collected(SYSTEM);
    const evaluator = createEvaluator(CONTROLS, inventory, {
      now: 0,
      settings: DEFAULT_SETTINGS,
    });
    const findings = judgeWorkload(
      evaluator,
      workloads[0],
      [plain, tagged],
      CONTROLS,
      new Set(['host-pid']),
    );
    expect(findings.map(({ control }) => control)).toEqual(['host-pid']);
  });
});

describe('provePatches', () => {
  function prove(
    yaml: string,
    owners: readonly EntityFacts[] = [],
    controls: readonly Control[] = CONTROLS,
  ) {
    const { inventory, workloads } = collected(yaml);
    const evaluator = createEvaluator(controls, inventory, {
      now: 0,
      settings: DEFAULT_SETTINGS,
    });
    const judge = (workload: Workload, only?: ReadonlySet<string>) =>
      judgeWorkload(evaluator, workload, owners, controls, only);
    return provePatches(workloads[0], judge(workloads[0]), controls, judge);
  }

  it('proves what fails and has a patch, and nothing else', () => {
    const proven = prove(aDeployment('web', PRIVILEGED));
    expect(proven.get('privileged-container')).toBe(true);
    expect(proven.has('host-pid')).toBe(false);
    expect(proven.has('image-digest')).toBe(false);
  });

  it('proves for the owners that the findings were made for', () => {
    const owner = { ref: 'component:default/agent', tags: ['infrastructure'] };
    const proven = prove(
      aDeployment('web', PRIVILEGED, { namespace: 'kube-system' }),
      [owner],
    );
    expect(proven.get('privileged-container')).toBe(true);
  });

  it('asks the controls that judge, not all that there are', () => {
    const few = CONTROLS.filter(({ id }) => id === 'privileged-container');
    expect([...prove(aDeployment('web', PRIVILEGED), [], few).keys()]).toEqual([
      'privileged-container',
    ]);
    expect([...prove(aDeployment('web', PRIVILEGED), [], []).keys()]).toEqual(
      [],
    );
  });
});

describe('what is kept of a workload', () => {
  const facts = (yaml: string, rest = {}) => {
    const { workloads, inventory } = collected(yaml, rest);
    return factsOf(workloads[0], inventory);
  };
  const SANDBOX = `
apiVersion: node.k8s.io/v1
kind: RuntimeClass
metadata: { name: sandbox }
handler: runsc`;

  it.each<[string, object, object]>([
    [
      'its images',
      facts(aDeployment('web')),
      { images: ['registry.example/web:1.0'] },
    ],
    [
      'its service account',
      facts(aDeployment('web', '', { pod: 'serviceAccountName: robot' })),
      { images: ['registry.example/web:1.0'], serviceAccount: 'robot' },
    ],
    [
      "its runtime class and that class's handler",
      facts(
        aDeployment('web', '', { pod: 'runtimeClassName: sandbox' }) + SANDBOX,
      ),
      { runtimeClassName: 'sandbox', runtimeHandler: 'runsc' },
    ],
    [
      'a runtime class that does not exist',
      facts(
        aDeployment('web', '', { pod: 'runtimeClassName: none' }) + SANDBOX,
      ),
      { runtimeClassName: 'none' },
    ],
    [
      'a runtime class that could not be read',
      facts(aDeployment('web', '', { pod: 'runtimeClassName: sandbox' }), {
        unread: { runtimeClasses: 'forbidden' },
      }),
      { runtimeClassName: 'sandbox', runtimeUnread: 'forbidden' },
    ],
    [
      'a runtime class of the wrong type',
      facts(aDeployment('web', '', { pod: 'runtimeClassName: 7' })),
      { runtimeUnread: 'parseError' },
    ],
    [
      'a handler of the wrong type',
      facts(
        `${aDeployment('web', '', {
          pod: 'runtimeClassName: sandbox',
        })}${SANDBOX.replace('runsc', '[]')}`,
      ),
      { runtimeClassName: 'sandbox', runtimeUnread: 'parseError' },
    ],
    [
      'nothing of the wrong type',
      facts(
        aDeployment('web')
          .replace(/image: '[^']*'/, 'image: 7')
          .replace(
            'spec:\n      ',
            'spec:\n      serviceAccountName: [a]\n      ',
          ),
      ),
      { images: [] },
    ],
  ])('is %s', (_, actual, expected) => {
    expect(actual).toMatchObject(expected);
    if (!('runtimeUnread' in expected))
      expect(actual).not.toHaveProperty('runtimeUnread');
  });

  it('is at most 4 kB', () => {
    const containers = Array.from(
      { length: 40 },
      (_, index) =>
        `{ name: c${index}, image: 'registry.example/${String(index).padStart(
          200,
          'x',
        )}' }`,
    );
    const yaml = aDeployment('web', '', {
      pod: `serviceAccountName: ${'y'.repeat(9000)}`,
    }).replace(/containers: \[.*\]/, `containers: [${containers}]`);
    expect(JSON.stringify(facts(yaml)).length).toBeLessThan(4096);
  });

  it('are the labels of the workload and of its pods', () => {
    expect(
      labelsOf(
        workloadOf(aDeployment('web', '', { labels: '{ team: shop }' })),
      ),
    ).toEqual({ own: { team: 'shop' }, pod: { app: 'web' } });
    expect(
      labelsOf(workloadOf(aDeployment('web').replace('{ app: web }', '7'))),
    ).toEqual({ own: {}, pod: {} });
  });

  it('is no value of an environment variable, no argument and no annotation', () => {
    const yaml = aDeployment(
      'web',
      "env: [{ name: PASSWORD, value: 'do-not-show' }], args: ['--password=do-not-show']",
    ).replace('uid:', "annotations: { note: 'do-not-show' }, uid:");
    expect(
      JSON.stringify([
        facts(yaml),
        labelsOf(workloadOf(yaml)),
        judgeIn(yaml, []),
      ]),
    ).not.toMatch(/do-not-show/);
  });
});

describe('gaps', () => {
  const { inventory } = collected(aDeployment('web'), {
    unread: { serviceAccounts: 'forbidden', nodes: 'unreachable' },
  });

  it('are what controls need that was not read', () => {
    const unread = unreadInputs(CONTROLS, inventory);
    expect(unread.get('sa-token-automount')).toEqual(new Set(['forbidden']));
    expect(unread.get('apparmor-profile')).toEqual(new Set(['unreachable']));
    expect(unread.has('host-pid')).toBe(false);
  });

  it('are all controls where the version is not known', () => {
    const unknown: Inventory = { ...inventory, kubernetesVersion: undefined };
    const unread = unreadInputs(CONTROLS, unknown);
    expect(unread.size).toBe(CONTROLS.length);
    expect(unread.get('host-pid')).toEqual(new Set(['unsupportedVersion']));
  });

  it('explain findings of the same reason only', () => {
    const unread = new Map([['a', new Set(['forbidden' as const])]]);
    const finding = {
      control: 'a',
      severity: 'low',
      violations: [],
      subject: { type: 'cluster', apiVersion: '', kind: 'Cluster', name: 'c' },
    } as const;
    expect(
      isGap(
        { ...finding, outcome: 'notEvaluated', reason: 'forbidden' },
        unread,
      ),
    ).toBe(true);
    expect(
      isGap(
        { ...finding, outcome: 'notEvaluated', reason: 'parseError' },
        unread,
      ),
    ).toBe(false);
    expect(isGap({ ...finding, outcome: 'pass' }, unread)).toBe(false);
    expect(
      isGap(
        {
          ...finding,
          control: 'b',
          outcome: 'notEvaluated',
          reason: 'forbidden',
        },
        unread,
      ),
    ).toBe(false);
  });

  it('are collected once per control and reason', () => {
    const collector = new GapCollector(unreadInputs(CONTROLS, inventory));
    for (const name of ['web', 'worker'])
      collector.collect(judgeInCollected(name, inventory));
    const controls = collector.gaps.map(
      ({ control, reason }) => `${control} ${reason}`,
    );
    expect(new Set(controls).size).toBe(controls.length);
    expect(controls).toContain('sa-token-automount forbidden');
  });

  function judgeInCollected(name: string, within: Inventory) {
    const evaluator = createEvaluator(CONTROLS, within, {
      now: 0,
      settings: DEFAULT_SETTINGS,
    });
    return judgeWorkload(
      evaluator,
      workloadOf(aDeployment(name)),
      [],
      CONTROLS,
    );
  }
});

describe('subjectHash', () => {
  const findings = judgeIn(aDeployment('web', PRIVILEGED), []);
  const content = {
    subject: findings[0].subject,
    uid: 'u',
    labels: '{}',
    facts: '{}',
    findings,
    inGap: new Set<string>(),
  };
  const failing = findings.findIndex(({ outcome }) => outcome === 'fail');
  const withFinding = (change: object) => ({
    ...content,
    findings: findings.map((finding, index) =>
      index === failing ? { ...finding, ...change } : finding,
    ),
  });

  it('is the same for the same', () => {
    expect(subjectHash(content)).toBe(
      subjectHash({ ...content, findings: [...findings], inGap: new Set() }),
    );
    expect(subjectHash(content)).toHaveLength(32);
  });

  it.each<[string, Parameters<typeof subjectHash>[0]]>([
    ['uid', { ...content, uid: 'other' }],
    ['labels', { ...content, labels: '{"own":{}}' }],
    ['facts', { ...content, facts: '{"images":[]}' }],
    [
      'API version',
      { ...content, subject: { ...content.subject, apiVersion: 'apps/v2' } },
    ],
    ['outcome', withFinding({ outcome: 'pass' })],
    ['reason', withFinding({ reason: 'forbidden' })],
    ['note', withFinding({ note: 'n' })],
    ['severity', withFinding({ severity: 'info' })],
    ['cause', withFinding({ consequenceOf: 'host-pid' })],
    ['violations', withFinding({ violations: [] })],
    ['gaps', { ...content, inGap: new Set([findings[0].control]) }],
  ])('differs with the %s', (_, other) => {
    expect(subjectHash(other)).not.toBe(subjectHash(content));
  });
});

describe('tallyEntity', () => {
  const profile = workloadProfile(CONTROLS);

  it('counts the outcomes of all its workloads over the controls of the profile', () => {
    const outcomes = encodeOutcomes([
      { control: 'host-pid', outcome: 'pass', severity: 'info' },
      {
        control: 'privileged-container',
        outcome: 'fail',
        severity: 'critical',
      },
      { control: 'not-in-the-profile', outcome: 'fail', severity: 'critical' },
    ]);
    const part = tallyEntity(
      'component:default/web',
      [outcomes, outcomes],
      profile,
    );
    expect(part).toMatchObject({
      entityRef: 'component:default/web',
      profile: profileKey(profile),
      subjects: 2,
      tallies: {
        'host-pid': { pass: 2 },
        'privileged-container': { fail: { critical: 2 } },
      },
    });
    expect(Object.keys(part.tallies)).toEqual([
      'host-pid',
      'privileged-container',
    ]);
  });

  it('names the profile with its version', () => {
    expect(profileKey({ ...profile, id: 'own', version: '2.1' })).toBe(
      'own@2.1',
    );
  });
});

describe('a breather', () => {
  it('lets others run where work took too long, and not after every bit of it', async () => {
    let turns = 0;
    const count = setInterval(() => {
      turns += 1;
    }, 1);
    const breathe = createBreather();
    for (let index = 0; index < 1000; index += 1) await breathe();
    const idle = turns;
    for (let index = 0; index < 5; index += 1) {
      const end = performance.now() + 15;
      while (performance.now() < end);
      await breathe();
    }
    clearInterval(count);
    expect(turns - idle).toBeGreaterThanOrEqual(4);
    expect(idle).toBeLessThan(5);
  });

  it('throws the reason of an abortion', async () => {
    const controller = new AbortController();
    const breathe = createBreather(controller.signal);
    await breathe();
    controller.abort(new Error('enough'));
    await expect(breathe()).rejects.toThrow('enough');
  });
});
