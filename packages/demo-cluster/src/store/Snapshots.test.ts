import { Snapshots } from './Snapshots';

describe('Snapshots', () => {
  const time = { now: 0 };
  let snapshots: Snapshots;

  beforeEach(() => {
    time.now = 0;
    snapshots = new Snapshots(300, () => time.now);
    snapshots.keep('pods', 7, []);
  });

  it('keeps a state for its time', () => {
    time.now = 299;
    expect(snapshots.find('pods', 7)).toEqual([]);
    time.now = 300;
    expect(snapshots.find('pods', 7)).toBeUndefined();
  });

  it('keeps it as long again for a list that begins later', () => {
    time.now = 200;
    snapshots.keep('pods', 7, []);
    time.now = 499;
    expect(snapshots.find('pods', 7)).toEqual([]);
    time.now = 500;
    expect(snapshots.find('pods', 7)).toBeUndefined();
  });
});
