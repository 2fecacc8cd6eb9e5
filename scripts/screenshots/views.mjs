import { SCANNED_SERVICE_PATH } from '../portal/addresses.mjs';

const BOARD = '/security-posture';

const heading = name => page => page.getByRole('heading', { name }).first();
const text = words => page => page.getByText(words).first();

/**
 * What pictures are taken of: as whom (olivia), in which themes (light), how wide
 * (1280) and high in pixels, and what has to be seen before. `open` opens
 * something on the page, of which `isOpen` has to be seen then.
 */
export const VIEWS = [
  {
    name: 'card',
    path: SCANNED_SERVICE_PATH.replace('/security-posture', ''),
    height: 1130,
    themes: ['light', 'dark'],
    isReady: text('Open posture'),
  },
  {
    name: 'tab',
    path: SCANNED_SERVICE_PATH,
    height: 1000,
    themes: ['light', 'dark'],
    isReady: heading('Fix first'),
  },
  {
    name: 'tab-narrow',
    path: SCANNED_SERVICE_PATH,
    width: 390,
    height: 844,
    isReady: heading('Fix first'),
  },
  {
    name: 'exposure',
    path: `${SCANNED_SERVICE_PATH}?view=exposure`,
    height: 1000,
    isReady: text(/can be reached/),
    open: page =>
      page
        .getByRole('tab', { name: 'Exposure and network' })
        .evaluate(tab => tab.scrollIntoView()),
    isOpen: text('what every account may'),
  },
  {
    name: 'exemption',
    path: SCANNED_SERVICE_PATH,
    height: 900,
    isReady: heading('Fix first'),
    open: page =>
      page.getByRole('button', { name: 'Request exemption' }).first().click(),
    isOpen: page => page.getByRole('dialog'),
  },
  {
    name: 'board',
    path: BOARD,
    person: 'paul',
    height: 1300,
    themes: ['light', 'dark'],
    isReady: text(/services are ready for production/),
  },
  {
    name: 'teams',
    path: `${BOARD}/teams`,
    person: 'paul',
    height: 1000,
    isReady: page => page.getByRole('row').nth(3),
  },
  {
    name: 'cluster',
    path: `${BOARD}/clusters/prod-eu`,
    person: 'paul',
    height: 1100,
    isReady: heading('Production EU'),
  },
  {
    name: 'findings',
    path: `${BOARD}/findings`,
    person: 'paul',
    height: 900,
    isReady: page => page.getByRole('row').nth(3),
  },
  {
    name: 'control',
    path: `${BOARD}/controls/privileged-container`,
    person: 'paul',
    height: 1100,
    isReady: heading(/services fail it/),
  },
];
