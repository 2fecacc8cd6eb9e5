import { mockServices } from '@backstage/backend-test-utils';
import { NotAllowedError } from '@backstage/errors';
import { askPortal } from './askPortal';

describe('askPortal', () => {
  const logger = mockServices.logger.mock();

  it('hands on what the other plugin answers', async () => {
    const answer = askPortal('catalog', logger, async () => 42);
    await expect(answer).resolves.toBe(42);
    expect(logger.error).not.toHaveBeenCalled();
  });

  it('says that the other plugin fails, and what only to the log', async () => {
    const answer = askPortal('catalog', logger, async () => {
      throw new NotAllowedError('component:default/hidden is hidden');
    });
    await expect(answer).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.not.stringContaining('hidden'),
      cause: undefined,
    });
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringContaining('component:default/hidden is hidden'),
    );
  });
});
