import { ExportFormat } from 'backstage-plugin-security-posture-common';
import { Router } from 'express';
import { auditedRead } from '../audited';
import { readReport } from '../exports/readReport';
import { sendReport } from '../exports/sendReport';
import { textParameter } from '../queryParameters';
import { RouteContext } from '../RouteContext';

/** Findings as files. */
export function addExportRoutes(router: Router, context: RouteContext): void {
  router.get('/export', async (request, response) => {
    const format = (textParameter(request, 'format') ?? 'json') as ExportFormat;
    const meta = {
      queryType: 'export',
      format,
      scope: textParameter(request, 'scope') ?? null,
      ref: textParameter(request, 'ref') ?? null,
      date: textParameter(request, 'date') ?? null,
    };
    const report = await auditedRead(context.auditor, request, meta, () =>
      readReport(context, request),
    );
    await sendReport(response, report, format);
  });
}
