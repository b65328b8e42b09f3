import type { FindingPath } from '../../finding';

/**
 * Keys that core only passes on, so that they may hold a value which is known at deployment.
 * Everything else is read by a rule, names something or counts something.
 */
export const TOKEN_KEYS: readonly string[] = [
  'network.vpcId',
  'network.subnetIds[]',
  'network.subnets[].subnetId',
  'network.allowFromSecurityGroups[]',
  'encryption.kmsKeyArn',
  'kmsKeyArn',
  'certificates.authoritySecretArn',
  'backup.copyKeyArn',
  'access.userGroup.id',
  'access.authTokenSecretArn',
  'parameterGroup.name',
  'monitoring.topicArns[]',
  'tags.*',
];

/** Text that the CDK (`${Token[..]}`, `#{Token[..]}` in lists) and CDK for Terraform (`TfToken`) write for a later value. */
const TOKEN_TEXT = /[$#]\{(?:Tf)?Token\[/;

/** Both toolkits write number tokens as doubles near this value; no count comes near it. */
const TOKEN_NUMBER_CEILING = -1e280;

/** Whether a value stands for one that is only known at deployment. */
export function isToken(value: unknown): boolean {
  if (typeof value === 'string') return TOKEN_TEXT.test(value);
  return typeof value === 'number' && Number.isFinite(value) && value < TOKEN_NUMBER_CEILING;
}

/** Whether the value at a path may be a token. */
export function mayBeToken(path: FindingPath): boolean {
  const key = path.reduce<string>((text, step) => (typeof step === 'number' ? `${text}[]` : text === '' ? step : `${text}.${step}`), '');
  return TOKEN_KEYS.includes(key) || (path.length === 2 && path[0] === 'tags');
}
