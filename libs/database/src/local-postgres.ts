export {
  findLocalPostgres,
  startLocalPostgres,
  type LocalPostgres,
  type LocalPostgresOptions,
} from './local-postgres/start-local-postgres.js';
export { LocalPostgresRefusal, type LocalPostgresRefusalCode } from './local-postgres/refusal.js';
export { binariesPackage } from './local-postgres/binaries.js';
