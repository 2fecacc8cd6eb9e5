import { allControls, FRAMEWORKS } from 'security-posture-engine';
import { CRITICAL } from './__testUtils__/samples';
import { controlView, frameworkViews } from './controlView';

describe('controlView', () => {
  it('holds words, not how a control is tested or patched', () => {
    for (const control of allControls()) {
      const view = controlView(control);
      expect(view).toMatchObject({ id: control.id, why: control.why });
      expect(Object.keys(view).sort()).toEqual(
        [
          'category',
          'examples',
          'failureTitle',
          'fix',
          'frameworks',
          'id',
          ...(control.notes ? ['notes'] : []),
          'optional',
          'reads',
          'references',
          'scope',
          'severity',
          'subject',
          'title',
          'why',
        ].sort(),
      );
    }
  });
});

it('shows an example of every outcome that the control has one for', () => {
  for (const control of allControls()) {
    const { examples } = controlView(control);
    expect(Object.keys(examples)).toEqual(Object.keys(control.examples));
    for (const given of Object.values(examples).flat())
      expect(given).toEqual(expect.any(String));
  }
});

describe('frameworkViews', () => {
  it('lists every framework with the controls that answer it', () => {
    const views = frameworkViews(allControls());
    expect(views.map(({ id }) => id)).toEqual(Object.keys(FRAMEWORKS));
    for (const id of ['nsa', 'pss-baseline', 'pss-restricted'])
      expect(views.find(view => view.id === id)?.controls).toContain(CRITICAL);
  });

  it('lists no control that the library at hand does not have', () => {
    for (const { controls } of frameworkViews([])) expect(controls).toEqual([]);
  });
});
