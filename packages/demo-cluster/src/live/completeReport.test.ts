import { JsonObject } from '../objects/Manifest';
import { inShop, live, liveOptions } from '../testing/live';

const hour = 60 * 60 * 1000;

const report = (apiVersion: string, content: JsonObject) => ({
  ...inShop('VulnerabilityReport', 'web', {}),
  apiVersion,
  report: content,
});

function timeOf(apiVersion: string, content: JsonObject) {
  const found = live([report(apiVersion, content)]).find(
    ({ kind }) => kind === 'VulnerabilityReport',
  );
  return (found?.report as JsonObject).updateTimestamp;
}

describe('completeReport', () => {
  it('gives a report of trivy-operator a time of the last day', () => {
    const time = timeOf('aquasecurity.github.io/v1alpha1', {});
    const age = liveOptions.now.getTime() - Date.parse(String(time));
    expect(age).toBeGreaterThan(0);
    expect(age).toBeLessThanOrEqual(20 * hour);
  });

  it('keeps the time that is written', () => {
    const updateTimestamp = '2026-05-04T03:12:44Z';
    expect(timeOf('aquasecurity.github.io/v1alpha1', { updateTimestamp })).toBe(
      updateTimestamp,
    );
  });

  it('leaves reports of others alone', () => {
    expect(timeOf('reports.acme.example/v1', {})).toBeUndefined();
  });
});
