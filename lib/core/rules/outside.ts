import { PAGES } from '../catalog';
import type { FindingKind } from './structure';

/*
 * Codes of findings that are not about a blueprint. Every room has a range of its own, so that no code gets two meanings: reading files
 * RB060-RB079 (beside the reader), constructs RB900-RB919, the validation plugin RB920-RB939, rehearsal RB950-RB979. A code is never reused.
 */

const CDK_ENVIRONMENTS = 'https://docs.aws.amazon.com/cdk/v2/guide/environments.html';
const KILL = 'https://man7.org/linux/man-pages/man2/kill.2.html';
const SPAWN = 'https://nodejs.org/api/child_process.html';
const INSTALLATION = 'https://valkey.io/topics/installation/';

/** Mistakes that only constructs can hold, since they concern objects of a toolkit; the same in every toolkit. */
export const CONSTRUCTS = {
  network: kind('RB900', 'construct-network', PAGES.elasticache.vpcAccess, {
    title: 'A construct is given either `vpc` or `network`, and selects subnets of `vpc` only.',
    why: 'With neither there is nowhere to put the nodes, and with both one of them would be ignored.',
  }),
  key: kind('RB901', 'construct-key', PAGES.elasticache.atRestEncryption, {
    title: 'The key is named once, as a construct or in the blueprint.',
    why: 'The other one would be ignored, and data encrypted with a key that nobody expects.',
  }),
  topics: kind('RB902', 'construct-topics', PAGES.cloudWatch.notifyWithSns, {
    title: 'The topics of alarms are named once, as constructs or in the blueprint.',
    why: 'The others would be ignored, and whoever reads them would never hear of an alarm.',
  }),
  region: kind('RB903', 'construct-region', CDK_ENVIRONMENTS, {
    title: "A blueprint's region is that of its stack.",
    why: 'The cache is deployed where its stack is, while checks and alarms would be for another region.',
  }),
  unknownUser: kind('RB904', 'construct-user', PAGES.elasticache.accessControl, {
    title: 'A construct is asked for users of its own blueprint.',
    why: 'A right for a user that does not exist lets nobody in.',
  }),
  notAnIamUser: kind('RB905', 'construct-iam-user', PAGES.elasticache.iamAuthentication, {
    title: 'Only users that authenticate with IAM are let in by a policy.',
    why: 'The service asks every other user for a password, whatever the policy allows.',
  }),
  notAPasswordUser: kind('RB906', 'construct-password-user', PAGES.elasticache.userRotation, {
    title: 'Only users that authenticate with a password have a secret.',
    why: 'There is nothing that could be read or injected.',
  }),
  dynamicReferences: kind('RB907', 'template-references', 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html', {
    title: 'The passwords of a cache fit into the references that one template may hold.',
    why: 'CloudFormation refuses a template with more.',
  }),
  copyKey: kind('RB908', 'template-copy-key', 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html', {
    title: 'A copy of backups in another bucket names its key where CloudFormation deploys.',
    why: 'The ARN of a bucket does not tell its region, and a copy is encrypted with a key of its own region.',
  }),
  unknownMetric: kind('RB909', 'construct-metric', PAGES.elasticache.metrics, {
    title: 'A construct is asked for metrics that its nodes publish.',
    why: 'A graph of a metric that does not exist stays empty, and an alarm on it never rings.',
  }),
  nodeCount: kind('RB911', 'template-node-count', 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html', {
    title: 'A self-managed deployment has at most 40 nodes on CloudFormation.',
    why: 'A node takes nine resources and two alarms, of 500 in a stack, and 21 KB, of 1 MB in a template.',
  }),
} as const;

/** What hardening leaves to do on groups that others wrote; acknowledged on the construct. */
export const HARDENING = {
  atRest: warning('RB915', 'hardened-at-rest', PAGES.elasticache.atRestEncryption, {
    title: 'A deployed group is encrypted at rest.',
    why: 'Hardening does not switch it on, since that replaces the group and loses its data.',
  }),
  tls: warning('RB916', 'hardened-tls', PAGES.elasticache.tlsMigration, {
    title: 'A deployed group requires TLS.',
    why: 'Hardening only takes the first step, since clients without TLS would be cut off by the second.',
  }),
} as const;

/** Mistakes of a template that no blueprint can hold, found by the validation plugin. */
export const TEMPLATES = {
  twoShapes: kind('RB930', 'template-two-shapes', PAGES.elasticache.createReplicationGroup, {
    title: 'A replication group counts nodes or shards, not both.',
    why: 'The service refuses `NumCacheClusters` together with `NumNodeGroups`.',
  }),
  globalNodeType: kind('RB931', 'template-global-node-type', PAGES.elasticache.globalDatastore, {
    title: 'A member of a Global Datastore has a node type that takes part in one.',
    why: 'The service refuses the others, once the group is created already.',
  }),
} as const;

/** Reasons for which a rehearsal cannot go on. */
export const REHEARSAL = {
  runFolder: kind('RB950', 'run-folder', 'https://cwe.mitre.org/data/definitions/379.html', {
    title: 'The folder of runs belongs to whoever rehearses.',
    why: 'It holds private keys and passwords, which its owner could read or replace.',
  }),
  loopback: kind('RB951', 'loopback-addresses', 'https://www.rfc-editor.org/rfc/rfc1122#section-3.2.1.3', {
    title: 'A fleet finds loopback addresses of its own.',
    why: 'Two runs on the same addresses would answer each other.',
  }),
  isolation: kind('RB952', 'network-isolation', 'https://man7.org/linux/man-pages/man7/network_namespaces.7.html', {
    title: 'The isolation that is asked for is possible on the system.',
    why: 'A network that cannot be cut would let drills pass that prove nothing.',
  }),
  ended: kind('RB953', 'process-keeps-running', SPAWN, {
    title: 'A process that is started keeps running.',
    why: 'One that ends at once has a wrong configuration or no place to run, and a drill without it proves nothing.',
  }),
  fault: kind('RB954', 'fault-hits-process', KILL, {
    title: 'A signal goes to a process that runs.',
    why: 'A fault that hits nothing proves nothing.',
  }),
  client: kind('RB955', 'client-keeps-running', SPAWN, {
    title: 'The client of a drill keeps running.',
    why: 'Without it nobody counts which writes were lost.',
  }),
  hosts: kind('RB956', 'fleet-hosts', 'https://www.rfc-editor.org/rfc/rfc1123#section-2.1', {
    title: 'Hosts of a fleet are as many as it can hold, have names of their own, and are asked for by these names.',
    why: 'Addresses, folders and certificates are made from the names.',
  }),
  process: kind('RB957', 'process-started', SPAWN, {
    title: 'A process that is asked for was started.',
    why: 'A step for a process that never ran would do nothing.',
  }),
  stopped: kind('RB958', 'fleet-running', SPAWN, {
    title: 'Processes start while the fleet runs.',
    why: 'Nobody would stop a process that starts after the fleet has stopped.',
  }),
  processName: kind('RB959', 'process-name', SPAWN, {
    title: 'Every running process has a name of its own.',
    why: 'A fault would hit one of two, and nobody could tell which.',
  }),
  node: kind('RB960', 'rehearsed-node', 'https://valkey.io/topics/sentinel/', {
    title: 'A step names a node of the deployment that can take it.',
    why: 'A step for a node that does not exist, or for a Sentinel where there is none, would do nothing.',
  }),
  engine: kind('RB970', 'engine-available', INSTALLATION, {
    title: 'The engine is on the machine or in its package archives.',
    why: 'Drills run the real engine; another version fails over in another way.',
  }),
  engineProgram: kind('RB971', 'engine-programs', INSTALLATION, {
    title: 'The tools of the engine stand beside its server.',
    why: 'Tools of another version may not know what the server can do.',
  }),
} as const;

/** Every kind of this file. */
export const OUTSIDE: readonly FindingKind[] = [CONSTRUCTS, HARDENING, TEMPLATES, REHEARSAL].flatMap((kinds) => Object.values(kinds));

function kind(code: string, name: string, source: string, text: Pick<FindingKind, 'title' | 'why'>): FindingKind {
  return { code, name, severity: 'error', source, ...text };
}

function warning(code: string, name: string, source: string, text: Pick<FindingKind, 'title' | 'why'>): FindingKind {
  return { ...kind(code, name, source, text), severity: 'warning' };
}
