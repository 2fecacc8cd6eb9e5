import { allControls } from '../library/controlLibrary';
import { workloadProfile } from './profile';
import { profileWithReports, restsOnReports } from './reportedControls';

const CONTROLS = allControls();
const byId = (id: string) => CONTROLS.find(control => control.id === id)!;

describe('restsOnReports', () => {
  it.each([
    ['image-vulnerabilities', true],
    ['image-exposed-secrets', true],
    ['image-os-supported', true],
    ['image-tag', false],
    ['privileged-container', false],
    ['network-policy-coverage', false],
    ['sa-long-lived-token', false],
  ])('%s: %s', (id, expected) => {
    expect(restsOnReports(byId(id))).toBe(expected);
  });
});

describe('profileWithReports', () => {
  const profile = workloadProfile(CONTROLS);
  const namesOf = (...reported: string[]) =>
    Object.keys(
      profileWithReports(profile, CONTROLS, new Set(reported)).severities,
    );

  it('leaves out what has never had a report, and nothing else', () => {
    expect(namesOf()).not.toContain('image-vulnerabilities');
    expect(namesOf()).toContain('privileged-container');
    expect(namesOf().length).toBe(
      Object.keys(profile.severities).filter(id => !restsOnReports(byId(id)))
        .length,
    );
  });

  it('takes in what has had one', () => {
    expect(namesOf('image-vulnerabilities')).toContain('image-vulnerabilities');
    expect(namesOf('image-vulnerabilities')).not.toContain(
      'image-exposed-secrets',
    );
  });
});
