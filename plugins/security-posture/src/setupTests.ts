import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Pages load lazily, which takes more than the default second on a busy machine.
configure({ asyncUtilTimeout: 10_000 });

jest.setTimeout(30_000);
