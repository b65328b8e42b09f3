/** Added to the engine's port, which gives the port of the cluster bus. @see https://valkey.io/topics/cluster-tutorial/ */
export const CLUSTER_BUS_OFFSET = 10_000;
