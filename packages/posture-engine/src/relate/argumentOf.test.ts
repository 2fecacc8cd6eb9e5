import { Container } from '../model/container';
import { argumentOf } from './argumentOf';

describe('argumentOf', () => {
  it.each([
    ['with a sign', ['--policy=never'], 'never'],
    ['as the next word', ['--policy', 'never'], 'never'],
    ['alone', ['--policy'], 'true'],
    ['before another flag', ['--policy', '--verbose'], 'true'],
    ['the last of several', ['--policy=always', '--policy=never'], 'never'],
    ['empty', ['--policy='], ''],
    ['not set', ['--policy-mode=never', 'policy'], undefined],
  ])('%s', (_, args, value) => {
    const container = new Container(
      { name: 'agent', command: ['/agent'], args },
      'spec.containers[0]',
      'app',
      0,
    );
    expect(argumentOf(container, '--policy')).toBe(value);
  });
});
