import { CONTROL_PLANE_FLAGS, flagRulesOf } from './controlPlaneFlags';
import { DEFAULT_TABLES } from './defaultTables';
import { checkOf } from './toolIds';

const ROWS = CONTROL_PLANE_FLAGS.map(
  row => [`${row.control}: ${row.component} --${row.flag}`, row] as const,
);

describe('the table of flags', () => {
  it('has the rows of a control, over all its programs', () => {
    expect(
      flagRulesOf('apiserver-profiling').map(({ component }) => component),
    ).toEqual(['kube-apiserver', 'kube-controller-manager', 'kube-scheduler']);
    expect(flagRulesOf('no-such-control')).toEqual([]);
  });

  it.each(ROWS)('%s names its flag without dashes', (_, { flag }) => {
    expect(flag).toMatch(/^[a-z][a-z0-9-]*$/);
  });

  it.each(ROWS.filter(([, { kcv }]) => kcv !== undefined))(
    '%s is asked by a check of Trivy that answers its control',
    (_, { kcv, control }) => {
      const check = checkOf(DEFAULT_TABLES.toolIds, 'trivy', `KCV-${kcv}`);
      expect(check?.controls).toContain(control);
      expect(check?.obsolete).toBeUndefined();
    },
  );
});
