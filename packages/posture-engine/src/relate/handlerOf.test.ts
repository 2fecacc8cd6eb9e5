import { MalformedInput } from '../read/malformedInput';
import { handlerOf } from './handlerOf';

function runtimeClass(name: string, handler: unknown) {
  return {
    apiVersion: 'node.k8s.io/v1',
    kind: 'RuntimeClass',
    metadata: { name },
    handler,
  };
}

describe('handlerOf', () => {
  const classes = [runtimeClass('sandbox', 'runsc'), runtimeClass('bad', 7)];

  it('finds the handler of the class of that name', () => {
    expect(handlerOf('sandbox', classes)).toBe('runsc');
  });

  it('finds none where there is no such class', () => {
    expect(handlerOf('other', classes)).toBeUndefined();
  });

  it('refuses a handler of the wrong type', () => {
    expect(() => handlerOf('bad', classes)).toThrow(MalformedInput);
  });
});
