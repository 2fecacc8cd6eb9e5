import { factName } from './factName';

describe('factName', () => {
  it.each([
    ['privileged-container', 'privilegedContainerPasses'],
    ['pss-1-level', 'pss1LevelPasses'],
    ['hostpath', 'hostpathPasses'],
  ])('%s', (control, fact) => {
    expect(factName(control)).toBe(fact);
  });
});
