// Exit code 0: healthy. The image has no curl.
// api: answers /readyz. worker: reaches its database, without which it can do nothing.
import { inspectServer } from '../dist/libs/database/src/inspect-server.js';

async function isHealthy(service) {
  if (service === 'worker') return (await inspectServer(process.env.DATABASE_URL ?? '')).ok;
  const reply = await fetch(`http://127.0.0.1:${process.env.PORT ?? 3000}/readyz`, {
    signal: AbortSignal.timeout(4_000),
  });
  return reply.ok;
}

isHealthy(process.argv[2])
  .catch(() => false)
  .then((healthy) => process.exit(healthy ? 0 : 1));
