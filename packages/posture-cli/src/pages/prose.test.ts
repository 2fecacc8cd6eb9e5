import { prose } from './prose';

describe('prose', () => {
  it('puts blocks of YAML in form, and leaves all else', () => {
    expect(
      prose('Set `a: {b: 1}`:\n\n```yaml\na: { b: "x" }\n```\n\nDone.\n'),
    ).toBe("Set `a: {b: 1}`:\n\n```yaml\na:\n  b: 'x'\n```\n\nDone.");
  });

  it('leaves blocks of other languages', () => {
    const text = 'Run this.\n\n```sh\nkubectl get pods -o yaml\n```';
    expect(prose(text)).toBe(text);
  });
});
