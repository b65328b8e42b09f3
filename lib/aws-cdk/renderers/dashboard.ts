import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { renderDashboardBody } from '../../core/monitoring';
import type { Renderer } from '../render-context';

/**
 * The dashboard; core writes its body for every backend. Its only tokens are a region and ARNs, which need no escaping in JSON, so plain
 * `JSON.stringify` gives what `stack.toJsonString` gives, and spares every synthesis the parsing of a large text.
 */
export const renderDashboard: Renderer<'dashboard'> = (node, context) => {
  const body = renderDashboardBody(node, {
    region: context.stack.region,
    alarmArn: (id) => context.renderedAs(['alarm', 'compositeAlarm'], id).arn,
  });
  return new cloudwatch.CfnDashboard(context.scope, node.id, { dashboardName: node.name, dashboardBody: JSON.stringify(body) });
};
