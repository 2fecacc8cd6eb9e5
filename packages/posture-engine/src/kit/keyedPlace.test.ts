import { keyedPlace, keyIn } from './keyedPlace';

describe('keyedPlace', () => {
  it.each([
    ['an item', 'volumes', 'logs', undefined, 'volumes[logs]'],
    ['a field', 'volumes', 'logs', 'hostPath', 'volumes[logs].hostPath'],
    ['a number', 'ports', 80, 'hostPort', 'ports[80].hostPort'],
    ['no key', 'ports', undefined, 'hostPort', 'ports[].hostPort'],
  ])('%s', (_, list, key, rest, place) => {
    expect(keyedPlace(list, key, rest)).toBe(place);
  });
});

describe('keyIn', () => {
  const at = (field: string) => ({ path: 'spec', message: 'is bad', field });

  it.each([
    ['finds the key', 'volumes[logs].hostPath', 'logs'],
    ['finds a key with a bracket', 'volumes[a]b].hostPath', 'a]b'],
    ['finds none in another list', 'volumeMounts[/logs]', undefined],
    ['finds none where the item has none', 'volumes[].hostPath', undefined],
  ])('%s', (_, field, key) => {
    expect(keyIn('volumes', at(field))).toBe(key);
  });

  it('finds none where no field is given', () => {
    expect(keyIn('volumes', { path: 'spec', message: 'is bad' })).toBe(
      undefined,
    );
  });
});
