import { InputError } from '@backstage/errors';
import { Importers, OWN_IMPORTERS, readReport } from './Importers';

describe('Importers', () => {
  it('say which there are where one is asked for that there is not', () => {
    expect(() => new Importers(OWN_IMPORTERS).get('sbom')).toThrow(
      'There is no importer sbom. There are: audit-policy, kube-bench',
    );
  });
});

describe('readReport', () => {
  const reading = (read: () => unknown) => () =>
    readReport({ id: 'scan', read: read as () => {} }, { secret: 'x' });

  it('keeps what the importer does', () => {
    expect(reading(() => ({ passed: 3 }))()).toEqual({ passed: 3 });
  });

  it.each<[string, () => unknown, string]>([
    [
      'the words of the importer',
      () => {
        throw new InputError('There are no results');
      },
      'There are no results',
    ],
    [
      'nothing of an error that may quote the report',
      () => {
        throw new TypeError('cannot read hunter2');
      },
      'The importer scan cannot read this report: TypeError',
    ],
    [
      'that there was nothing',
      () => undefined,
      'The importer scan finds nothing in this report',
    ],
  ])('answers with %s', (_, read, message) => {
    expect(reading(read)).toThrow(new InputError(message));
  });
});
