import {
  Control,
  FRAMEWORK_TABLES,
  FrameworkTable,
} from 'security-posture-engine';
import { frameworkPage } from './frameworkPage';

const TABLE: FrameworkTable = {
  framework: 'cis',
  edition: '1.12',
  source: 'https://example.com/cis',
  about: 'A benchmark.',
  sections: [
    {
      title: 'Pods',
      items: [
        { id: '5.1', title: 'First', beyond: 'Half of it is not seen.' },
        { id: '5.2', title: 'Second', beyond: 'Nobody can see it.' },
        { id: '5.3', title: 'Third' },
      ],
    },
  ],
};

const CONTROL = {
  id: 'host-pid',
  title: 'Own process ids',
  frameworks: { cis: { '1.12': ['5.1'] } },
} as unknown as Control;

describe('frameworkPage', () => {
  const page = frameworkPage('cis', [TABLE], [CONTROL]);

  it('links each item to its controls', () => {
    expect(page).toContain(
      [
        '- **5.1** First',
        '  - [host-pid](../controls/host-pid.md): Own process ids',
        '- **5.2** Second',
        '  - no control',
      ].join('\n'),
    );
  });

  it('says what nothing answers, and what lies beyond what does', () => {
    const [, unanswered, beyond] = page.split(
      /## What no control answers|## What lies beyond the controls/,
    );
    expect(unanswered.trim()).toBe(
      '- **5.2** Second: Nobody can see it.\n- **5.3** Third',
    );
    expect(beyond).toContain('- **5.1** First: Half of it is not seen.');
  });

  it('parts editions', () => {
    const both = frameworkPage(
      'cis',
      [TABLE, { ...TABLE, edition: '1.10' }],
      [CONTROL],
    );
    expect(both.match(/^## Edition .*/gm)).toEqual([
      '## Edition 1.12',
      '## Edition 1.10',
    ]);
    expect(both).toContain('### What no control answers');
  });

  it('says from which version on an item is asked for', () => {
    const tables = FRAMEWORK_TABLES.filter(
      ({ framework }) => framework === 'pss-baseline',
    );
    expect(frameworkPage('pss-baseline', tables, [])).toContain(
      '- **hostProbesAndHostLifecycle** No host in probes and lifecycle hooks (from Kubernetes 1.34)',
    );
  });

  it('names the baseline checks that restricted replaces', () => {
    const tables = FRAMEWORK_TABLES.filter(
      ({ framework }) => framework === 'pss-restricted',
    );
    expect(frameworkPage('pss-restricted', tables, [])).toContain(
      '`capabilities_baseline` from 1.22 on',
    );
  });
});
