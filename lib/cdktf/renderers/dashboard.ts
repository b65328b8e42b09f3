import { renderDashboardBody } from '../../core/monitoring';
import type { Renderer } from '../context';
import { literal } from '../text';
import { CloudwatchDashboard } from '../vendor';
import { alarmOf } from './composite-alarm';

/** The dashboard. `JSON.stringify` and not Terraform's `jsonencode`, which takes twice the time to synthesize. */
export const renderDashboard: Renderer<'dashboard'> = (node, context) => {
  const body = renderDashboardBody(node, { region: context.account.region, alarmArn: (id) => alarmOf(id, context).arn });
  return {
    dashboard: new CloudwatchDashboard(context.scopeOf(node), 'Default', { dashboardName: literal(node.name), dashboardBody: literal(JSON.stringify(body)) }),
  };
};
