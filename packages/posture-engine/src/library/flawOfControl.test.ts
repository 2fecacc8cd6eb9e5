import { privilegedContainer } from '../controls/podSpec/privilegedContainer';
import { Control } from '../model/control';
import { allControls } from './controlLibrary';
import { flawOfControl } from './flawOfControl';

/** A control of the library as somebody else would write it: without a say in the Pod Security Standards. */
function asAdded(control: Control): Control {
  const {
    'pss-baseline': _,
    'pss-restricted': __,
    ...frameworks
  } = control.frameworks;
  return { ...control, frameworks };
}

const GOOD = asAdded(privilegedContainer);

function withParts(parts: object): Control {
  return { ...GOOD, ...parts } as Control;
}

describe('flawOfControl', () => {
  it('finds nothing wrong with the controls of the library', () => {
    const flaws = allControls().map(control => flawOfControl(asAdded(control)));
    expect(flaws.filter(Boolean)).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['an id of two words', { id: 'my control' }, 'its id has to be kebab-case'],
    [
      'an id that every object has',
      { id: 'constructor' },
      'its id has to be kebab-case',
    ],
    ['no fix', { fix: undefined }, 'its fix is missing'],
    [
      'one title for both',
      { failureTitle: GOOD.title },
      'its title and failureTitle say the same',
    ],
    [
      'a severity of its own',
      { severity: 'fatal' },
      'its severity is none that there is',
    ],
    [
      'a scope of clusters over workloads',
      { scope: 'cluster' },
      'its scope cluster is none of a workload',
    ],
    [
      'a list that there is not',
      { needs: ['secretValues'] },
      'it needs secretValues, which nothing reads',
    ],
    [
      'an unknown framework',
      { frameworks: { house: ['1'] } },
      'it refers to house, which is no framework',
    ],
    [
      'a say in Pod Security Admission',
      { frameworks: { 'pss-baseline': ['privileged'] } },
      'it must not answer pss-baseline, which is settled',
    ],
    ['no rule', { evaluate: undefined }, 'it has no evaluate function'],
    ['no examples', { examples: undefined }, 'it has no example that passes'],
    [
      'examples that only pass',
      { examples: { ...GOOD.examples, fail: [] } },
      'it has no example that fails',
    ],
    [
      'an example that is judged otherwise',
      { examples: { pass: GOOD.examples.fail, fail: GOOD.examples.fail } },
      'its example 1 of pass is judged fail',
    ],
    [
      'an example that is no YAML',
      { examples: { ...GOOD.examples, fail: ['containers: ['] } },
      'its example 1 of fail cannot be judged: YAMLParseError',
    ],
    [
      'a rule that throws',
      {
        evaluate: () => {
          throw new TypeError('no such field');
        },
      },
      'its example 1 of pass is judged notEvaluated (controlError) TypeError',
    ],
    [
      'a rule that changes what it is given',
      {
        evaluate: (workload: { toObject(): { kind: string } }) => {
          workload.toObject().kind = 'Pod';
        },
      },
      'its example 1 of pass is judged notEvaluated (controlError) TypeError',
    ],
    [
      'a rule that answers nothing',
      { evaluate: () => undefined },
      'its example 1 of pass is judged notEvaluated (controlError) no judgement',
    ],
    [
      'a patch that mends nothing',
      { patch: () => ({ hostPID: false }) },
      'its example 1 of fail is not mended by its patch',
    ],
    [
      'a patch that throws',
      {
        patch: () => {
          throw new Error('no patch');
        },
      },
      'its example 1 of fail cannot be patched: Error: no patch',
    ],
  ])('tells %s', (_, parts, flaw) => {
    expect(flawOfControl(withParts(parts))).toContain(flaw);
  });
});
