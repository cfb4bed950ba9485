import pg from 'pg';

/** What a Postgres server is, or why it cannot be used; `detail` is one Chinese sentence without the password. */
export type ServerInspection =
  | { readonly ok: true; readonly version: string; readonly encoding: string }
  | { readonly ok: false; readonly code: ServerRefusalCode; readonly detail: string };

export type ServerRefusalCode =
  'url-invalid' | 'unreachable' | 'wrong-password' | 'no-such-database' | 'too-old' | 'not-utf8' | 'refused';

const OLDEST_MAJOR = 15;
const NETWORK_ERRORS = /^(ECONN|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EPIPE)/;

/** Asks the server behind DATABASE_URL for its version and encoding. Never throws. */
export async function inspectServer(url: string): Promise<ServerInspection> {
  const address = parse(url);
  if (!address) {
    return refuse(
      'url-invalid',
      'DATABASE_URL 不是合法的 PostgreSQL 地址：应形如 postgres://用户:密码@主机:5432/数据库。',
    );
  }
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  // A connection that breaks while it is being closed is no news any more.
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ number: string; version: string; encoding: string }>(
      `select current_setting('server_version_num') as number, current_setting('server_version') as version,
              current_setting('server_encoding') as encoding`,
    );
    const [{ number, version, encoding } = { number: '0', version: '', encoding: '' }] = rows;
    if (Math.floor(Number(number) / 10_000) < OLDEST_MAJOR) {
      return refuse(
        'too-old',
        `${address} 是 PostgreSQL ${version}，版本太旧：需要 ${OLDEST_MAJOR} 或更新的版本。`,
      );
    }
    if (encoding !== 'UTF8') {
      return refuse(
        'not-utf8',
        `${address} 的编码是 ${encoding}，存不下中文：请用 UTF8 编码新建一个数据库。`,
      );
    }
    return { ok: true, version, encoding };
  } catch (error) {
    return explain(error, address);
  } finally {
    await client.end().catch(() => {});
  }
}

function explain(error: unknown, address: string): ServerInspection {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message = error instanceof Error ? error.message : String(error);
  if (code === '28P01' || code === '28000' || /password must be a string|SASL/.test(message)) {
    return refuse('wrong-password', `${address} 拒绝了用户名或密码：请检查 DATABASE_URL。`);
  }
  if (code === '3D000') {
    return refuse('no-such-database', `${address} 上没有这个数据库：请先创建它，或修改 DATABASE_URL。`);
  }
  if (NETWORK_ERRORS.test(code) || /timeout|terminated unexpectedly/i.test(message)) {
    return refuse(
      'unreachable',
      `连不上数据库 ${address}（${code || message}）：请确认它已启动，并检查 DATABASE_URL 的主机和端口。`,
    );
  }
  return refuse('refused', `数据库 ${address} 不能使用（${message}）：请检查 DATABASE_URL。`);
}

/** host:port/database, the part of the URL that may be shown. */
function parse(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname, port, pathname } = new URL(url);
  if (!/^postgres(ql)?:$/.test(protocol)) return null;
  return `${hostname || 'localhost'}:${port || 5432}${decodeURIComponent(pathname)}`;
}

function refuse(code: ServerRefusalCode, detail: string): ServerInspection {
  return { ok: false, code, detail };
}
