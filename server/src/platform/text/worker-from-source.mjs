// Node 20 gives no loader to a worker thread by `--import`, so the thread registers it itself.
import { register } from 'tsx/esm/api';

register();
await import('./worker.ts');
