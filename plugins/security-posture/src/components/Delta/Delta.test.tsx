import { screen } from '@testing-library/react';
import { renderInPortal } from '../../__testUtils__/portal';
import { Delta } from './Delta';

describe('Delta', () => {
  it.each([
    ['a score that rose', 4, 'up', 'better'],
    ['a score that fell', -32, 'up', 'worse'],
    ['findings that became more', 3, 'down', 'worse'],
    ['findings that became fewer', -3, 'down', 'better'],
    ['nothing', 0, 'up', 'same'],
  ] as const)('tells %s by arrow and colour', (_, by, better, change) => {
    renderInPortal(
      <Delta by={by} better={better} spoken="direction">
        in 7 days
      </Delta>,
    );
    expect(screen.getByText('in 7 days').parentElement).toHaveAttribute(
      'data-change',
      change,
    );
    expect(screen.getByRole('img', { name: 'direction' })).toBeVisible();
  });
});
