import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { ReportImporter } from 'backstage-plugin-security-posture-node';
import {
  AddedControls,
  BASE_LIBRARY,
  Control,
  findControl,
  Profile,
} from 'security-posture-engine';
import { fakeClusterReader } from '../collect/__testUtils__/fakeClusterReader';
import { ModuleAdditions } from './ModuleAdditions';

const HOST_PID = findControl('host-pid')!;
const {
  'pss-baseline': _baseline,
  'pss-restricted': _restricted,
  ...FRAMEWORKS
} = HOST_PID.frameworks;
const MINE = {
  ...HOST_PID,
  id: 'no-host-pid',
  frameworks: FRAMEWORKS,
} as Control;

function controls(over: object = {}, module = 'acme'): AddedControls {
  const control = { ...MINE, ...over } as Control;
  return { module, version: '1', controls: [control] };
}

function profile(over: Partial<Profile> = {}): Profile {
  return {
    id: 'strict',
    version: '1',
    severities: { 'host-pid': 'critical' },
    ...over,
  };
}

function closed(add: (additions: ModuleAdditions) => void, data?: JsonObject) {
  const additions = new ModuleAdditions();
  add(additions);
  return additions.close(
    new ConfigReader(data ? { securityPosture: data } : {}),
  );
}

const importer = (id: string): ReportImporter => ({
  id,
  read: report => report,
});
const policy = { id: 'strict', coverage: 1, freshness: 60_000 };

describe('ModuleAdditions', () => {
  it('are what the plugin has by itself, where nothing is added', () => {
    const { judging, importers, readinessPolicy, reader } = closed(() => {});
    expect(judging.library).toBe(BASE_LIBRARY);
    expect(judging.profile).toMatchObject({ id: 'workload', version: '1.0' });
    expect(importers.map(({ id }) => id)).toEqual([
      'audit-policy',
      'kube-bench',
    ]);
    expect(readinessPolicy).toEqual({ coverage: 0.9, freshness: 86_400_000 });
    expect(reader).toBeUndefined();
  });

  it('add a control to the library, and to the default profile', () => {
    const { judging, addedBy } = closed(to => to.addControls(controls()));
    expect([...addedBy]).toEqual([[MINE.id, 'acme']]);
    expect(judging.library.version).not.toBe(BASE_LIBRARY.version);
    expect(judging.library.controls.map(({ id }) => id)).toContain(MINE.id);
    expect(judging.profile.severities[MINE.id]).toBe(MINE.severity);
  });

  it('let the configuration choose profiles, a policy and a reader', () => {
    const reader = fakeClusterReader({});
    const extensions = closed(
      to => {
        to.addControls(controls());
        to.addProfile({
          module: 'acme',
          over: 'workload',
          profile: profile({ severities: { [MINE.id]: 'low' } }),
        });
        to.addReadinessPolicy({ module: 'acme', policy });
        to.addClusterReader({ module: 'acme', id: 'files', reader });
        to.addClusterReader({ module: 'other', id: 'agents', reader });
      },
      {
        clusters: { reader: 'files' },
        profiles: { workload: 'strict' },
        readiness: { policy: 'strict' },
      },
    );
    expect(extensions.judging.profile.severities).toEqual({ [MINE.id]: 'low' });
    expect(extensions.judging.clusterProfile.id).toBe('cluster');
    expect(extensions.readinessPolicy).toEqual({
      coverage: 1,
      freshness: 60_000,
    });
    expect(extensions.reader).toBe(reader);
  });

  it('read by the one reader that is added, unless told otherwise', () => {
    const reader = fakeClusterReader({});
    const add = (to: ModuleAdditions) =>
      to.addClusterReader({ module: 'acme', id: 'files', reader });
    expect(closed(add).reader).toBe(reader);
    const chosen = closed(add, { clusters: { reader: 'kubernetes' } });
    expect(chosen.reader).toBeUndefined();
  });

  it.each<[string, (to: ModuleAdditions) => void, string]>([
    [
      'a control of the library',
      to => to.addControls(controls({ id: 'host-pid' })),
      'Module acme cannot add the control host-pid: the id is taken by Security Posture itself',
    ],
    [
      'a control of another module',
      to => {
        to.addControls(controls());
        to.addControls(controls({}, 'other'));
      },
      'Module other cannot add the control no-host-pid: the id is taken by acme',
    ],
    [
      'a control without a fix',
      to => to.addControls(controls({ fix: '' })),
      'Module acme cannot add the control no-host-pid: its fix is missing',
    ],
    [
      'a control that its examples do not prove',
      to =>
        to.addControls(
          controls({ evaluate: () => ({ outcome: 'pass', violations: [] }) }),
        ),
      'Module acme cannot add the control no-host-pid: its example 1 of fail is judged pass',
    ],
    [
      'controls without a version',
      to => to.addControls({ ...controls(), version: '' }),
      'Module acme cannot add controls: it has to say their version',
    ],
    [
      'controls without a module',
      to => to.addControls(controls({}, '')),
      'A module adds the control no-host-pid without saying its own name',
    ],
    [
      'an importer of the plugin',
      to =>
        to.addImporter({ module: 'acme', importer: importer('kube-bench') }),
      'Module acme cannot add the importer kube-bench: the id is taken by Security Posture itself',
    ],
    [
      'an importer that leaves its folder',
      to => to.addImporter({ module: 'acme', importer: importer('../x') }),
      'Module acme cannot add the importer ../x: its id has to be in kebab-case',
    ],
    [
      'the reader of the plugin',
      to =>
        to.addClusterReader({
          module: 'acme',
          id: 'kubernetes',
          reader: fakeClusterReader({}),
        }),
      'Module acme cannot add the cluster reader kubernetes: the id is taken by Security Posture itself',
    ],
    [
      'two readers without a choice',
      to => {
        const reader = fakeClusterReader({});
        to.addClusterReader({ module: 'acme', id: 'files', reader });
        to.addClusterReader({ module: 'other', id: 'agents', reader });
      },
      'Modules acme and other each add a cluster reader, and one reads all clusters: securityPosture.clusters.reader has to be one of files, agents, kubernetes',
    ],
    [
      'a profile with an unknown control',
      to =>
        to.addProfile({
          module: 'acme',
          over: 'workload',
          profile: profile({ severities: { 'host-pidd': 'low' } }),
        }),
      'Module acme cannot add the profile strict: there is no control host-pidd',
    ],
    [
      'a profile of clusters with a control of workloads',
      to =>
        to.addProfile({ module: 'acme', over: 'cluster', profile: profile() }),
      'Module acme cannot add the profile strict: the control host-pid does not judge what a profile over cluster is about',
    ],
    [
      'a profile of nothing',
      to =>
        to.addProfile({
          module: 'acme',
          over: 'workload',
          profile: profile({ severities: {} }),
        }),
      'Module acme cannot add the profile strict: it names no control',
    ],
    [
      'a policy in percent',
      to =>
        to.addReadinessPolicy({
          module: 'acme',
          policy: { ...policy, coverage: 90 },
        }),
      'Module acme cannot add the readiness policy strict: its coverage has to be between 0 and 1',
    ],
  ])('refuse %s', (_, add, sentence) => {
    expect(() => closed(add)).toThrow(sentence);
  });

  it.each([
    [
      { profiles: { workload: 'strickt' } },
      'securityPosture.profiles.workload names strickt, which no module has added. There are: workload, strict',
    ],
    [
      { readiness: { policy: 'lax' } },
      'securityPosture.readiness.policy names lax, which no module has added. There are: default, strict',
    ],
    [
      { clusters: { reader: 'files' } },
      'securityPosture.clusters.reader names files, which no module has added. There are: kubernetes',
    ],
  ])('refuse a choice that there is not: %j', (data, sentence) => {
    const add = (to: ModuleAdditions) => {
      to.addProfile({ module: 'acme', over: 'workload', profile: profile() });
      to.addReadinessPolicy({ module: 'acme', policy });
    };
    expect(() => closed(add, data)).toThrow(sentence);
  });

  it('take nothing more once the plugin has started', () => {
    const additions = new ModuleAdditions();
    additions.close(new ConfigReader({}));
    expect(() => additions.addControls(controls())).toThrow(
      'Module acme cannot add the control no-host-pid: the plugin has started already',
    );
  });
});
