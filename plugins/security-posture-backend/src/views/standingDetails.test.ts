import { allControls, findControl } from 'security-posture-engine';
import { Standings } from '../database/StandingReader';
import { standingDetails } from './standingDetails';

const NOTHING: Standings = {
  numbers: new Map(),
  changes: new Map(),
  partial: false,
};

function detailsOf(id: string, standings: Standings = NOTHING) {
  return standingDetails(findControl(id)!, { standings, turnover: [] });
}

describe('standingDetails', () => {
  it('has the patch of an example, with what it patches', () => {
    const { exampleFix } = detailsOf('privileged-container');
    expect(exampleFix).toMatchObject({
      example: 0,
      patch: { apiVersion: 'apps/v1', kind: 'Deployment' },
    });
    expect(exampleFix?.patch?.strategicMerge).toContain('privileged: false');
  });

  it('shows examples in block style', () => {
    const { control } = detailsOf('privileged-container');
    expect(control.examples.fail[0]).toBe(
      'containers:\n  - name: web\n    securityContext:\n      privileged: true\n',
    );
  });

  it('names what frameworks ask for', () => {
    const { askedFor } = detailsOf('privileged-container');
    expect(askedFor.map(({ framework }) => framework)).toEqual([
      'nsa',
      'pss-baseline',
      'cis',
      'nist-800-190',
      'owasp-k8s',
    ]);
    expect(askedFor[0].items).toEqual([
      { id: 'P4', title: 'Pod security enforcement' },
    ]);
    expect(askedFor[0].source).toMatch(/^https:/);
  });

  it.each(allControls().map(({ id }) => id))(
    'can be made of %s, and says nothing of what was not judged',
    id => {
      const { standing } = detailsOf(id);
      expect([standing.numbers, standing.change]).toEqual([null, null]);
    },
  );

  it('says that nothing changed only of what was judged', () => {
    const numbers = {
      failing: 1,
      exempted: 0,
      notEvaluated: 0,
      clean: 2,
      subjects: 3,
      exemptedSubjects: 0,
    };
    const standings = {
      ...NOTHING,
      numbers: new Map([['privileged-container', numbers]]),
      comparedSince: 0,
    };
    const { standing } = detailsOf('privileged-container', standings);
    expect(standing).toMatchObject({ over: 'entities', numbers, change: 0 });
    const uncounted = detailsOf('image-digest', standings).standing;
    expect(uncounted).toMatchObject({ numbers: null, change: null });
  });
});
