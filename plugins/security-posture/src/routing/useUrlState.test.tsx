import { ReactNode } from 'react';
import { act, renderHook } from '@testing-library/react';
import { MemoryRouter, useLocation } from 'react-router-dom';
import { useUrlState } from './useUrlState';

const DEFAULTS = { search: '', group: 'control', severities: [] as string[] };

function renderAt(path: string) {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <MemoryRouter initialEntries={[path]}>{children}</MemoryRouter>
  );
  return renderHook(
    () => {
      const [state, change] = useUrlState(DEFAULTS);
      return { state, change, address: useLocation().search };
    },
    { wrapper },
  ).result;
}

describe('useUrlState', () => {
  it.each([
    ['/', { search: '', group: 'control', severities: [] }],
    ['/?search=api', { search: 'api', group: 'control', severities: [] }],
    [
      '/?severities=critical,high&group=subject',
      { search: '', group: 'subject', severities: ['critical', 'high'] },
    ],
    ['/?severities=', { search: '', group: 'control', severities: [] }],
  ])('reads %s', (path, expected) => {
    expect(renderAt(path).current.state).toEqual(expected);
  });

  it('writes changes and leaves other parameters alone', () => {
    const result = renderAt('/?other=1&search=old');
    act(() => result.current.change({ severities: ['low', 'info'] }));
    expect(new URLSearchParams(result.current.address)).toEqual(
      new URLSearchParams('other=1&search=old&severities=low,info'),
    );
    expect(result.current.state.severities).toEqual(['low', 'info']);
  });

  it('keeps defaults out of the address', () => {
    const result = renderAt('/?search=old&group=subject');
    act(() => result.current.change({ search: '', group: 'control' }));
    expect(result.current.address).toBe('');
  });
});
