import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { loadTypeScript } from '../../generate/loadTypeScript.mjs';

const load = file => loadTypeScript(`scripts/portal/past/${file}.ts`);
const { clusterAsOf } = load('clusterAsOf');
const { DATA, demoClusters } = load('pastConfig');
const { readStory } = load('readStory');
const { storyEnd, storyTime } = load('storyTime');
const { FIRST_DAY, timelineOf } = load('timeline');
const { loadFolder } = loadTypeScript('packages/demo-cluster/src/index.ts');

const NOW = Date.parse('2026-11-22T09:30:00Z');
const HOUR = 3_600_000;

/** Hours after which a cluster is swept again by itself. */
const SWEEP_HOURS = 6;

let clusters;
let story;
let catalog;

before(async () => {
  clusters = await demoClusters();
  story = await readStory(
    `${DATA}/past`,
    clusters.map(({ name }) => name),
  );
  catalog = await loadFolder(`${DATA}/catalog`);
});

const changesOf = name =>
  story.changes.filter(({ cluster }) => cluster === name);

async function todayOf({ version, data }) {
  const objects = (await Promise.all(data.map(loadFolder))).flat();
  return { objects, version, answers: true };
}

test('every change leads to the next state, and the last one to today', async () => {
  for (const cluster of clusters) {
    let after = await todayOf(cluster);
    assert.equal(clusterAsOf(after, []), after);
    for (const change of changesOf(cluster.name)) {
      const earlier = clusterAsOf(after, [change]);
      assert.notDeepEqual(earlier, after, change.what);
      after = earlier;
    }
    assert.equal(after.answers, true, `${cluster.name} answers at first`);
  }
});

test('the changes of a cluster are told from the newest to the oldest', () => {
  for (const { name } of clusters) {
    const times = changesOf(name).map(change => storyTime(change, NOW));
    assert.ok(times.length > 3);
    assert.deepEqual(
      times,
      [...new Set(times)].sort((left, right) => right - left),
    );
  }
});

test('everything happens within the days that are kept, and before today', () => {
  const first = storyTime(FIRST_DAY, NOW);
  const today = storyTime({ daysAgo: 0, at: '00:00' }, NOW);
  for (const told of [...story.changes, ...story.steps]) {
    const time = storyTime(told, NOW);
    assert.ok(time > first && time < today, JSON.stringify(told));
  }
});

test('every change is swept: the sweep before it is long enough ago', () => {
  const times = story.changes.map(change => storyTime(change, NOW));
  const sorted = [...new Set(times)].sort((left, right) => left - right);
  sorted.slice(1).forEach((time, index) => {
    assert.ok(time - sorted[index] > SWEEP_HOURS * HOUR, new Date(time));
  });
});

test('those who ask and decide are people of the catalog', () => {
  const users = catalog
    .filter(({ kind }) => kind === 'User')
    .map(({ metadata }) => metadata.name);
  for (const { by } of story.steps) {
    assert.ok(users.includes(by), by);
  }
});

test('what is decided on was asked for before, by somebody else', () => {
  const asked = new Map(
    story.steps.filter(({ asks }) => asks).map(step => [step.asks.name, step]),
  );
  for (const step of story.steps) {
    const name = step.approves ?? step.denies;
    if (name) {
      const request = asked.get(name);
      assert.ok(storyTime(request, NOW) < storyTime(step, NOW), name);
      assert.notEqual(request.by, step.by, name);
    }
  }
});

test('the timeline goes through all that happens and ends, the first first', () => {
  const moments = timelineOf(story, NOW);
  const times = moments.map(({ time }) => time);
  assert.deepEqual(
    times,
    [...times].sort((left, right) => left - right),
  );
  assert.equal(times[0], storyTime(FIRST_DAY, NOW));
  assert.equal(
    moments.flatMap(({ steps }) => steps).length,
    story.steps.length,
  );
  for (const change of story.changes) {
    assert.ok(times.includes(storyTime(change, NOW)), change.what);
  }
  const ended = story.steps
    .flatMap(({ asks, attests }) => asks ?? attests ?? [])
    .map(({ endsInDays }) => storyEnd(endsInDays, NOW))
    .filter(time => time < NOW);
  assert.ok(ended.length > 1);
  for (const end of ended) {
    assert.ok(times.some(time => time > end && time - end < HOUR));
  }
});

test('a time of the story is told from the day of today, in UTC', () => {
  const iso = time => new Date(time).toISOString();
  assert.equal(
    iso(storyTime({ daysAgo: 2, at: '14:30' }, NOW)),
    '2026-11-20T14:30:00.000Z',
  );
  assert.equal(iso(storyEnd(5, NOW)), '2026-11-27T12:00:00.000Z');
  assert.equal(iso(storyEnd(-9, NOW)), '2026-11-13T12:00:00.000Z');
});
