/** What three readers of one blueprint must agree on: the plan, the CloudFormation template and the Terraform JSON. */
export interface CacheFacts {
  readonly cacheId: string;
  readonly engine: string;
  readonly version: string;
  readonly nodeType: string;
  readonly port: number;
  /** Member names as the service will derive them. */
  readonly members: readonly string[];
  readonly multiAz: boolean;
  readonly automaticFailover: boolean;
  readonly tls: 'required' | 'preferred' | 'off';
  readonly atRest: boolean;
  /** `rotating` for a key made here, the ARN for an imported one. */
  readonly key: string;
  readonly ingress: readonly string[];
  readonly openEgress: boolean;
  readonly users: readonly UserFacts[];
  readonly parameterGroup: { readonly family: string; readonly parameters: { readonly [name: string]: string } } | { readonly existing: string };
  readonly logs: readonly { readonly type: string; readonly group: string; readonly retentionDays: number }[];
  readonly backup: { readonly retentionDays: number; readonly window: string };
  readonly maintenanceWindow: string;
  readonly dataKept: boolean;
  readonly scaling: readonly { readonly dimension: string; readonly min: number; readonly max: number; readonly metric: string; readonly target: number }[];
  readonly alarms: readonly AlarmFacts[];
  readonly composites: readonly { readonly name: string; readonly children: readonly string[]; readonly notifies: boolean }[];
  readonly widgets: readonly WidgetFacts[];
  readonly outputs: number;
}

export interface UserFacts {
  readonly userId: string;
  readonly userName: string;
  readonly accessString: string;
  readonly authentication: 'iam' | 'password' | 'none';
  readonly engine: string;
}

export interface AlarmFacts {
  readonly name: string;
  /** `namespace/metric{dimensions}statistic/period`, one for each metric, and the expression. */
  readonly signal: string;
  readonly comparison: string;
  readonly threshold: number;
  readonly periods: string;
  readonly missingData: string;
  readonly description: string;
  readonly notifies: boolean;
}

export interface WidgetFacts {
  readonly type: string;
  readonly place: string;
  readonly title: string;
  /** Metrics and expressions that it draws, and lines it shows. */
  readonly series: number;
  readonly lines: readonly number[];
}

/** Writes one metric so that two outputs compare as text. */
export function signalText(metric: { namespace: string; name: string; dimensions: { readonly [name: string]: string }; statistic: string; periodSeconds: number }): string {
  const dimensions = Object.entries(metric.dimensions)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join(',');
  return `${metric.namespace}/${metric.name}{${dimensions}}${metric.statistic}/${metric.periodSeconds}`;
}

export function byName<T>(name: (item: T) => string): (a: T, b: T) => number {
  return (a, b) => (name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : 0);
}
