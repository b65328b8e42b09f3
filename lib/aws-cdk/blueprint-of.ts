import { Stack, Token } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { EncryptionSpec, ManagedCacheOptions, MonitoringSpec, NetworkSpec } from '../core/blueprint';
import type { Finding } from '../core/finding';
import type { CacheConstructProps } from './cache-props';
import { constructFinding } from './construct-error';
import { networkOf } from './network-of';

/** What a blueprint says once CDK objects have become ids, and what is wrong with the way they were passed. */
export interface TranslatedProps<Options extends ManagedCacheOptions> {
  readonly blueprint: Options & { readonly network: NetworkSpec };
  readonly findings: readonly Finding[];
}

/** Turns construct props into the shape of a blueprint, `kind` apart. */
export function translateProps<Options extends ManagedCacheOptions>(
  scope: Construct,
  given: Options & CacheConstructProps,
): TranslatedProps<Omit<Options, keyof CacheConstructProps> & ManagedCacheOptions> {
  const props = propsOrNone(given);
  const { vpc, vpcSubnets, network, encryptionKey, alarmTopics, ...options } = props;
  const region = Stack.of(scope).region;
  const concrete = Token.isUnresolved(region) ? undefined : region;
  return {
    blueprint: {
      ...options,
      // The empty network is only ever seen together with the finding that neither was given.
      network: vpc !== undefined ? networkOf(vpc, vpcSubnets) : (network ?? {}),
      ...present('region', options.region ?? concrete),
      ...present<'encryption', EncryptionSpec>('encryption', encryptionKey ? { ...options.encryption, kmsKeyArn: encryptionKey.keyArn } : options.encryption),
      ...present<'monitoring', MonitoringSpec>(
        'monitoring',
        alarmTopics ? { ...options.monitoring, topicArns: alarmTopics.map((topic) => topic.topicArn) } : options.monitoring,
      ),
    },
    findings: [...networkFindings(props), ...twiceFindings(props), ...regionFindings(options.region, concrete)],
  };
}

/** Without types, props may be missing altogether; what they lack is then told like everything else. */
export function propsOrNone<Props extends object>(props: Props | null | undefined): Props {
  return props ?? ({} as Props);
}

export function present<K extends string, V>(key: K, value: V | undefined): { readonly [key in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [key in K]: V });
}

export function networkFindings({ vpc, vpcSubnets, network }: { readonly vpc?: object; readonly vpcSubnets?: object; readonly network?: object }): Finding[] {
  if ((vpc === undefined) === (network === undefined)) {
    const got = vpc === undefined ? 'neither' : 'both';
    return [constructFinding('network', 'vpc', `exactly one of \`vpc\` and \`network\` must be given, got ${got}`, 'pass the VPC construct, or describe the network')];
  }
  if (vpcSubnets !== undefined && vpc === undefined) {
    return [constructFinding('network', 'vpcSubnets', '`vpcSubnets` selects subnets of `vpc`, got no `vpc`', 'pass `vpc`, or name the subnets in `network.subnetIds`')];
  }
  return [];
}

function twiceFindings(props: ManagedCacheOptions & CacheConstructProps): Finding[] {
  return [
    ...(props.encryptionKey !== undefined && props.encryption?.kmsKeyArn !== undefined
      ? [constructFinding('key', 'encryptionKey', '`encryptionKey` and `encryption.kmsKeyArn` name the key twice', 'keep one of them')]
      : []),
    ...(props.alarmTopics !== undefined && props.monitoring?.topicArns !== undefined
      ? [constructFinding('topics', 'alarmTopics', '`alarmTopics` and `monitoring.topicArns` name the topics twice', 'keep one of them')]
      : []),
  ];
}

export function regionFindings(stated: string | undefined, ofStack: string | undefined): Finding[] {
  if (stated === undefined || ofStack === undefined || stated === ofStack) return [];
  return [constructFinding('region', 'region', `\`region\` must be the stack's, which is ${ofStack}, got ${stated}`, "leave `region` out, or change the stack's `env`")];
}
