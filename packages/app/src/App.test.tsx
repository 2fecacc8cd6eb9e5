import { render, screen } from '@testing-library/react';
import App from './App';

describe('App', () => {
  it('asks first who the visitor is', async () => {
    process.env = {
      NODE_ENV: 'test',
      APP_CONFIG: [
        {
          data: {
            app: { title: 'Test', baseUrl: 'http://localhost:3000' },
            backend: { baseUrl: 'http://localhost:7007' },
          },
          context: 'test',
        },
      ] as unknown as string,
    };
    render(App.createRoot());
    expect(
      await screen.findByRole('button', { name: /sign in as olivia/i }),
    ).toBeVisible();
  });
});
