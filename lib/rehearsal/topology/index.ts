export { adapt, DRILL_KEYS, withReplica, withShard, type Adapted, type ExtraUser } from './adapt';
export { bootDeployment, type AnyDeployment, type BootOptions } from './boot';
export { ClusterDeployment } from './cluster';
export { ASIDE_HOST, CLIENT_HOST, Deployment, SPARE_HOST } from './deployment';
export { SentinelDeployment } from './sentinel';
