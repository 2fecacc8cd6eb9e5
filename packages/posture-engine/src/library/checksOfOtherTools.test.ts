import { checksOfOtherTools } from './checksOfOtherTools';

describe('checksOfOtherTools', () => {
  it('names the checks of each tool, and no numbers of compliance reports', () => {
    const checks = checksOfOtherTools('privileged-container');
    expect(checks.map(({ tool, id }) => `${tool} ${id}`)).toEqual(
      expect.arrayContaining(['kubescape C-0057', 'trivy KSV-0017']),
    );
    expect(new Set(checks.map(({ tool }) => tool))).toEqual(
      new Set(['kubescape', 'trivy']),
    );
  });

  it('is empty where no other tool asks', () => {
    expect(checksOfOtherTools('penetration-test')).toEqual([]);
  });
});
