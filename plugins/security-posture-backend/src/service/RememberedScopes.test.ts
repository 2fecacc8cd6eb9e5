import { ScopeKind } from 'backstage-plugin-security-posture-common';
import { DEFAULT_READINESS_THRESHOLDS } from 'security-posture-engine';
import { Visibility } from '../database/operations/visibleRefs';
import { emptyScopes } from './__testUtils__/emptyRollUps';
import { RememberedScopes } from './RememberedScopes';

const TERMS = { now: 0, thresholds: DEFAULT_READINESS_THRESHOLDS };
const CONTROLS = new Set(['privileged-container']);

function aBook() {
  const time = { now: 0 };
  const readVerdict = jest.fn(emptyScopes.readVerdict);
  const countControls = jest.fn(emptyScopes.countControls);
  const scopes = new RememberedScopes(
    { readVerdict, countControls },
    CONTROLS,
    () => time.now,
  );
  return { time, scopes, readVerdict, countControls };
}

describe.each([
  ['the verdict', 'verdictOf', 'readVerdict'],
  ['the counts by control', 'controlsOf', 'countControls'],
] as const)('%s of scopes', (_, method, read) => {
  function aQuestion() {
    const { time, scopes, [read]: reads } = aBook();
    const ask = (visibility: Visibility, type: ScopeKind = 'group') =>
      scopes[method](type, TERMS, visibility);
    return { time, ask, reads };
  }

  it('is read once for all who see the same of the same type', async () => {
    const { ask, reads } = aQuestion();
    const some = new Set(['component:default/web']);
    await Promise.all([ask('all'), ask('all'), ask(some), ask(some)]);
    await Promise.all([ask('all', 'system'), ask('all', 'system')]);
    expect(reads).toHaveBeenCalledTimes(3);
  });

  it('is given to nobody who sees anything else, or asks for another type', async () => {
    const { ask, reads } = aQuestion();
    const sights: Visibility[] = [
      'all',
      'none',
      new Set(['component:default/web']),
      new Set(['component:default/web']),
    ];
    for (const visibility of sights) await ask(visibility);
    await ask('all', 'system');
    await ask('all', 'domain');
    expect(reads).toHaveBeenCalledTimes(6);
    for (const [index, visibility] of sights.entries())
      expect(reads.mock.calls[index].at(-1)).toBe(visibility);
  });

  it('is read again after ten seconds', async () => {
    const { time, ask, reads } = aQuestion();
    await ask('all');
    time.now = 4_999;
    await ask('all');
    expect(reads).toHaveBeenCalledTimes(1);
    time.now = 10_000;
    await ask('all');
    expect(reads).toHaveBeenCalledTimes(2);
  });

  it('is not remembered where it could not be read', async () => {
    const { ask, reads } = aQuestion();
    reads.mockRejectedValueOnce(new Error('The database is gone'));
    await expect(ask('all')).rejects.toThrow('The database is gone');
    await ask('all');
    expect(reads).toHaveBeenCalledTimes(2);
  });
});

it('counts all controls at once, whichever are shown', async () => {
  const { scopes, countControls } = aBook();
  await scopes.controlsOf('group', TERMS, 'all');
  expect(countControls).toHaveBeenCalledWith('group', CONTROLS, TERMS, 'all');
});
