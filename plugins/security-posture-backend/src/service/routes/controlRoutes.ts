import { NotFoundError } from '@backstage/errors';
import {
  ControlsResponse,
  ControlView,
  FrameworksResponse,
  postureReadPermission,
} from 'backstage-plugin-security-posture-common';
import { Router } from 'express';
import { Control } from 'security-posture-engine';
import { controlView, frameworkViews } from '../../views/controlView';
import { RouteContext } from '../RouteContext';

/** The control library and the frameworks that it answers. */
export function addControlRoutes(
  router: Router,
  { access, settings, controls }: RouteContext,
): void {
  const viewOf = (control: Control): ControlView =>
    controlView(control, settings.addedBy.get(control.id));

  router.get('/controls', async (request, response) => {
    await access.require(request, postureReadPermission);
    const answer: ControlsResponse = {
      library: settings.library,
      controls: settings.controls.map(viewOf),
    };
    response.json(answer);
  });

  router.get('/controls/:id', async (request, response) => {
    await access.require(request, postureReadPermission);
    const control = controls.get(request.params.id);
    if (!control)
      throw new NotFoundError(
        `There is no control ${request.params.id}. GET /v1/controls lists them all`,
      );
    response.json(viewOf(control));
  });

  router.get('/frameworks', async (request, response) => {
    await access.require(request, postureReadPermission);
    const answer: FrameworksResponse = {
      frameworks: frameworkViews(settings.controls),
    };
    response.json(answer);
  });
}
