import type { Renderer } from '../context';
import { literal } from '../text';
import { CloudwatchDashboard } from '../vendor';
import { dashboardBodyOf } from '../dashboard-body';

/** The dashboard. `JSON.stringify` and not Terraform's `jsonencode`, which takes twice the time to synthesize. */
export const renderDashboard: Renderer<'dashboard'> = (node, context) => ({
  dashboard: new CloudwatchDashboard(context.scopeOf(node), 'Default', {
    dashboardName: literal(node.name),
    dashboardBody: JSON.stringify(dashboardBodyOf(node, context)),
  }),
});
