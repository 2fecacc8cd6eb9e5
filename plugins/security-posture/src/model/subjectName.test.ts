import { subjectName } from './subjectName';

describe('subjectName', () => {
  const named = (kind: string, title?: string) =>
    subjectName({
      cluster: 'prod',
      apiVersion: 'v1',
      kind,
      name: 'payments',
      ...(title ? { title } : {}),
    });

  it.each([
    ['Deployment', undefined, 'deploy/payments'],
    ['CronJob', undefined, 'cronjob/payments'],
    ['ServiceAccount', undefined, 'sa/payments'],
    ['Image', undefined, 'image/payments'],
    ['Image', 'shop/payments:1.4', 'image/shop/payments:1.4'],
  ])('says %s (%s) as %s', (kind, title, expected) => {
    expect(named(kind, title)).toBe(expected);
  });

  it.each([
    ['ServiceAccount', 'sa/shop/default'],
    ['Deployment', 'deploy/default'],
  ])('names a namespace where a %s needs it: %s', (kind, expected) => {
    expect(
      subjectName({
        cluster: 'prod',
        apiVersion: 'v1',
        kind,
        namespace: 'shop',
        name: 'default',
      }),
    ).toBe(expected);
  });
});
