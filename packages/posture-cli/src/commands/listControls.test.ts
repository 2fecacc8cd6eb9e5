import { allControls, findControl } from 'security-posture-engine';
import { controlPage } from '../pages/controlPage';
import { runPosture } from '../testing/runPosture';

const IDS = allControls().map(({ id }) => id);

describe('posture controls', () => {
  it('prints the whole library as JSON', async () => {
    const run = await runPosture(['controls', '--format', 'json']);
    expect({ exitCode: run.exitCode, stderr: run.stderr }).toEqual({
      exitCode: 0,
      stderr: '',
    });
    const { controls, ...rest } = JSON.parse(run.stdout);
    expect(rest).toEqual({});
    expect(controls.map(({ id }: { id: string }) => id)).toEqual(IDS);
    expect(controls[0]).toMatchObject({
      title: expect.any(String),
      severity: expect.any(String),
      category: expect.any(String),
      scope: expect.any(String),
      subject: expect.any(String),
      optional: expect.any(Boolean),
      frameworks: expect.any(Object),
      references: expect.any(Array),
      needs: expect.any(Array),
    });
  });

  it('prints one control as JSON', async () => {
    const run = await runPosture(['controls', 'host-pid', '--format', 'json']);
    expect(JSON.parse(run.stdout).controls).toEqual([
      expect.objectContaining({ id: 'host-pid', severity: 'high' }),
    ]);
  });

  it('lists every control on a line of its own', async () => {
    const { stdout } = await runPosture(['controls']);
    for (const id of IDS)
      expect(stdout).toMatch(new RegExp(`^  ${id} .*\\S`, 'm'));
    expect(stdout).toContain(`${IDS.length} controls.`);
    expect(stdout).toContain('(optional)');
  });

  it('prints the page of one control', async () => {
    const { stdout } = await runPosture(['controls', 'host-pid']);
    expect(stdout).toBe(controlPage(findControl('host-pid')!));
  });

  it('does not know an unknown one', async () => {
    const run = await runPosture(['controls', 'host-pd']);
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
    expect(run.stderr).toContain('Nearest: host-pid,');
  });
});
