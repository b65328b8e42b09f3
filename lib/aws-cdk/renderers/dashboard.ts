import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { Renderer } from '../render-context';

/** The dashboard, its body made by core for every backend. */
export const renderDashboard: Renderer<'dashboard'> = (node, context) =>
  new cloudwatch.CfnDashboard(context.scope, node.id, { dashboardName: node.name, dashboardBody: context.stack.toJsonString({ widgets: [] }) });
