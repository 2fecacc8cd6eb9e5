import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';
import { styleOfAttributes } from './__testUtils__/styleOfAttributes';

// Pages load lazily, which takes more than the default second on a busy machine.
configure({ asyncUtilTimeout: 10_000 });

jest.setTimeout(30_000);

window.getComputedStyle = styleOfAttributes;

// axe asks for it once a page; jsdom has none, and says so with a long trace.
HTMLCanvasElement.prototype.getContext = () => null;
