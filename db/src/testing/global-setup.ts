import { startTestCluster } from './cluster.ts';
import { CLUSTER_VARIABLE, TEMPLATE_VARIABLE } from './template.ts';

/** Starts one cluster for the whole run; test files find it through the environment. */
export default async function setup(): Promise<() => Promise<void>> {
  const cluster = await startTestCluster();
  process.env[CLUSTER_VARIABLE] = cluster.url;
  process.env[TEMPLATE_VARIABLE] = cluster.template;
  return () => cluster.stop();
}
