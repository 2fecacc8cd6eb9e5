import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { act, screen } from '@testing-library/react';
import { renderInPortal } from '../../__testUtils__/portal';
import { PrintedBasis, PrintedPage } from './PrintedPage';

async function print(basis?: PrintedBasis) {
  renderInPortal(
    <PrintedPage title="component:default/cart" basis={basis}>
      <p>Findings</p>
    </PrintedPage>,
  );
  return (await screen.findByText('Findings')).parentElement!;
}

it('says of what it is, and when it was printed, to the style for print only', async () => {
  const page = await print();
  expect(page.getAttribute('data-printed-page')).toMatch(
    /^component:default\/cart\nSecurity posture, printed .*20\d\d.* \d\d:\d\d$/,
  );
  expect(page).toHaveTextContent(/^Findings$/);
});

it.each<[string, PrintedBasis, string]>([
  [
    'with its coverage',
    { library: '1.4.0', coverage: 0.966 },
    'Control library 1.4.0, coverage 96%',
  ],
  [
    'of which nothing could be judged',
    { library: '1.4.0', coverage: null },
    'Control library 1.4.0',
  ],
])('names the library %s', async (_, basis, words) => {
  const page = await print(basis);
  const [, , last] = page.getAttribute('data-printed-page')!.split('\n');
  expect(last).toBe(words);
});

it('tells the time of printing, not that of opening', async () => {
  jest.useFakeTimers({
    now: Date.parse('2026-11-19T08:00:00'),
    doNotFake: ['setTimeout', 'setInterval', 'queueMicrotask', 'nextTick'],
  });
  const page = await print();
  jest.setSystemTime(Date.parse('2026-11-19T15:30:00'));
  act(() => {
    window.dispatchEvent(new Event('beforeprint'));
  });
  expect(page.getAttribute('data-printed-page')).toMatch(
    /19 November 2026 at 15:30$/,
  );
  jest.useRealTimers();
});

it('changes nothing on a screen', () => {
  const style = readFileSync(join(__dirname, 'PrintedPage.module.css'), 'utf8');
  const [onScreen] = style.split('@media print');
  expect(onScreen.replace(/\s+/g, ' ').trim()).toBe('.page { min-width: 0; }');
});
