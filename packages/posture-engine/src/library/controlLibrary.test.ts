import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { allControls } from './controlLibrary';

const CONTROLS = allControls();

describe('the control library', () => {
  it('holds every file of its folders once', () => {
    const folder = join(__dirname, '../controls');
    const files = readdirSync(folder, { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .flatMap(entry => readdirSync(join(folder, entry.name)))
      .filter(file => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map(file => file.slice(0, -3));
    const names = CONTROLS.map(({ id }) =>
      id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
    );
    expect([...names].sort()).toEqual([...files].sort());
  });

  it('uses no id twice', () => {
    expect(new Set(CONTROLS.map(({ id }) => id)).size).toBe(CONTROLS.length);
  });

  it.each(CONTROLS.map(control => [control.id, control] as const))(
    '%s is worded',
    (id, control) => {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(control.title).not.toBe(control.failureTitle);
      for (const text of [control.title, control.failureTitle])
        expect(text).not.toMatch(/\.$/);
      for (const text of [control.why, control.fix, control.reads])
        expect(text.trim()).toMatch(/[.`]$/);
      expect(control.fix).toMatch(/\.$/);
      expect(control.examples.pass.length).toBeGreaterThan(0);
      expect(
        control.examples.fail.length +
          (control.examples.notEvaluated?.length ?? 0),
      ).toBeGreaterThan(0);
    },
  );

  it.each(CONTROLS.map(({ id, references }) => [id, references] as const))(
    '%s says where to read more',
    (_, references) => {
      expect(references.length).toBeGreaterThan(0);
      expect(new Set(references).size).toBe(references.length);
      for (const url of references) {
        expect(url).toMatch(/^https:\/\//);
        expect(new URL(url).href).toBe(url);
      }
    },
  );

  it.each(CONTROLS.map(control => [control.id, control.frameworks] as const))(
    '%s refers to frameworks in their own form',
    (_, frameworks) => {
      for (const code of frameworks.nsa ?? [])
        expect(code).toMatch(/^[PNALTU]\d$/);
      for (const ids of Object.values(frameworks.cis ?? {}))
        for (const id of ids) expect(id).toMatch(/^\d+(\.\d+)+$/);
      for (const id of frameworks['nist-800-190'] ?? [])
        expect(id).toMatch(/^4\.\d\.\d$/);
      for (const id of frameworks['owasp-k8s'] ?? [])
        expect(id).toMatch(/^K\d\d$/);
    },
  );
});
