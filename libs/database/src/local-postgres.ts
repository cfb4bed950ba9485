export {
  findLocalPostgres,
  findLocalSupervisor,
  startLocalPostgres,
  type LocalPostgres,
  type LocalPostgresOptions,
} from './local-postgres/start-local-postgres.js';
export { LocalPostgresRefusal, type LocalPostgresRefusalCode } from './local-postgres/refusal.js';
export {
  inspectLocalPostgres,
  type LocalPostgresInspection,
} from './local-postgres/inspect-local-postgres.js';
