import { allFiles, hasMode, isOfRoot } from './fileTests';

const file = (mode?: number, userId?: number, groupId?: number) => ({
  path: '/f',
  ...(mode === undefined ? {} : { mode }),
  ...(userId === undefined ? {} : { userId }),
  ...(groupId === undefined ? {} : { groupId }),
});

it.each([
  [0o600, true],
  [0o400, true],
  [0o640, false],
  [0o700, false],
  [0o4600, false],
  [undefined, undefined],
])('hasMode(0o600) of %p: %p', (mode, expected) => {
  expect(hasMode(0o600)(file(mode))).toBe(expected);
});

it.each([
  [0, 0, true],
  [0, 5, false],
  [5, 0, false],
  [0, undefined, undefined],
  [undefined, 0, undefined],
])('isOfRoot of %p:%p: %p', (userId, groupId, expected) => {
  expect(isOfRoot(file(0o600, userId, groupId))).toBe(expected);
});

it.each([
  ['no file', [], undefined],
  ['all pass', [file(0o600), file(0o400)], true],
  ['one fails, one does not tell', [file(0o644), file()], false],
  ['one does not tell', [file(0o600), file()], undefined],
])('allFiles: %s', (_, files, expected) => {
  expect(allFiles(files, hasMode(0o600))).toBe(expected);
});
