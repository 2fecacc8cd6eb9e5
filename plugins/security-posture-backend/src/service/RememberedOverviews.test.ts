import { DEFAULT_READINESS_THRESHOLDS } from 'security-posture-engine';
import { Visibility } from '../database/operations/visibleRefs';
import { RememberedOverviews } from './RememberedOverviews';
import { emptyOverview } from './__testUtils__/emptyRollUps';

const TERMS = { now: 0, thresholds: DEFAULT_READINESS_THRESHOLDS };

function aBook() {
  const time = { now: 0 };
  const readOverview = jest.fn(emptyOverview.readOverview);
  const overviews = new RememberedOverviews({ readOverview }, () => time.now);
  const ask = (visibility: Visibility, owner?: string) =>
    overviews.of({ ...TERMS, visibility, ...(owner ? { owner } : {}) });
  return { time, ask, readOverview };
}

describe('RememberedOverviews', () => {
  it('reads once for all who see the same of the same', async () => {
    const { ask, readOverview } = aBook();
    const some = new Set(['component:default/web']);
    await Promise.all([ask('all'), ask('all'), ask(some), ask(some)]);
    await Promise.all([
      ask('all', 'group:default/a'),
      ask('all', 'group:default/a'),
    ]);
    expect(readOverview).toHaveBeenCalledTimes(3);
  });

  it('gives nobody what another sees, or of another team', async () => {
    const { ask, readOverview } = aBook();
    await ask('all');
    await ask('none');
    await ask(new Set(['component:default/web']));
    await ask(new Set(['component:default/web']));
    await ask('all', 'group:default/a');
    await ask('all', 'group:default/b');
    expect(readOverview).toHaveBeenCalledTimes(6);
  });

  it('reads again after ten seconds', async () => {
    const { time, ask, readOverview } = aBook();
    await ask('all');
    time.now = 4_999;
    await ask('all');
    expect(readOverview).toHaveBeenCalledTimes(1);
    time.now = 10_000;
    await ask('all');
    expect(readOverview).toHaveBeenCalledTimes(2);
  });
});
