import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import pg from 'pg';
import { uuidv7 } from 'uuidv7';

/*
 * The floor that our api is measured against: node:http and pg, one prepared statement a request, the same rows in the same
 * tables. It knows no sign-in, no validation, no ownership, no deadline, and marks single choice only.
 */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

const STATEMENTS = {
  start: `with a as (
      insert into attempt (learner_id, id, quiz_id, quiz_version_id, number, seed, state, started_at, due_at, max_score,
                           question_version_ids, sequences, points)
      select $1, $2, q.quiz_id, q.id, (select count(*) + 1 from attempt where learner_id = $1 and quiz_id = q.quiz_id), 7,
             'in_progress', now(), now() + interval '20 minutes', 10,
             (select array_agg(question_version_id order by slot) from quiz_slot where quiz_version_id = $3),
             '{0,0,0,0,0,0,0,0,0,0}', '{1,1,1,1,1,1,1,1,1,1}'
      from quiz_version q where q.id = $3
    ), e as (
      insert into attempt_event (learner_id, attempt_id, slot, sequence, kind, actor, happened_at)
      values ($1, $2, 0, 0, 'started', 'learner', now())
    )
    select $2::uuid as id, json_agg(json_build_object('slot', s.slot, 'stem', v.content->'stem',
                                                'options', v.content->'options') order by s.slot) as slots
    from quiz_slot s join question_version v on v.id = s.question_version_id where s.quiz_version_id = $3`,
  read: `select a.id, a.state, (select json_agg(json_build_object('slot', n, 'stem', v.content->'stem',
                                     'options', v.content->'options') order by n)
        from unnest(a.question_version_ids) with ordinality as q (id, n) join question_version v on v.id = q.id) as slots,
      (select json_agg(json_build_object('slot', slot, 'response', response)) from attempt_event
       where learner_id = $1 and attempt_id = $2 and kind = 'answered') as answers
    from attempt a where a.learner_id = $1 and a.id = $2`,
  answer: `with a as (
      update attempt set sequences[$3::int] = 1 where learner_id = $1 and id = $2 and state = 'in_progress' returning 1
    )
    insert into attempt_event (learner_id, attempt_id, slot, sequence, kind, actor, happened_at, response)
    select $1, $2, $3::int, 1, 'answered', 'learner', now(), $4 from a returning slot`,
  submit: `with m as (
      insert into attempt_slot (learner_id, attempt_id, slot, question_version_id, points, response, answered_at, fraction,
                                score, rule)
      select $1, $2, q.n, v.id, 1, e.response, e.happened_at, r.fraction, r.fraction, 'exact'
      from attempt a, unnest(a.question_version_ids) with ordinality as q (id, n)
      join question_version v on v.id = q.id
      left join attempt_event e on e.learner_id = $1 and e.attempt_id = $2 and e.slot = q.n and e.kind = 'answered'
      cross join lateral (select case when e.response->>'choice' = v.content->>'key' then 1 else 0 end as fraction) r
      where a.learner_id = $1 and a.id = $2
      returning slot, score, response, question_version_id
    ), a as (
      update attempt set state = 'submitted', submitted_at = now(), closed_by = 'learner', score = (select sum(score) from m)
      where learner_id = $1 and id = $2 and state = 'in_progress' returning score
    ), e as (
      insert into attempt_event (learner_id, attempt_id, slot, sequence, kind, actor, happened_at)
      select $1, $2, 0, 0, 'closed', 'learner', now() from a
    )
    select (select score::float8 from a) as score, json_agg(json_build_object('slot', m.slot, 'score', m.score::float8,
      'response', m.response, 'content', v.content) order by m.slot) as slots
    from m join question_version v on v.id = m.question_version_id`,
};

async function answer(request: IncomingMessage, reply: ServerResponse): Promise<void> {
  const [, step = '', learnerId, attemptId] = (request.url ?? '').split('/');
  if (step === 'attempts') return send(reply, await run('read', [learnerId, attemptId]));
  const given = await bodyOf(request);
  const who = String(given.learnerId);
  if (step === 'start') return send(reply, await run('start', [who, uuidv7(), given.quizVersionId]));
  const at = String(given.attemptId);
  if (step === 'submit') return send(reply, await run('submit', [who, at]));
  const response = JSON.stringify(given.response);
  return send(reply, await run('answer', [who, at, given.slot, response]));
}

async function run(name: keyof typeof STATEMENTS, values: unknown[]): Promise<unknown> {
  const { rows } = await pool.query({ name, text: STATEMENTS[name], values });
  return rows[0];
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return JSON.parse(String(Buffer.concat(parts)));
}

function send(reply: ServerResponse, value: unknown): void {
  const text = JSON.stringify(value ?? null);
  reply.writeHead(value ? 200 : 404, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  });
  reply.end(text);
}

const server = createServer((request, reply) => {
  answer(request, reply).catch(() => reply.destroy());
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  process.send?.({ ready: true, url: `http://127.0.0.1:${port}` });
});
process.on('SIGTERM', () => server.close(() => void pool.end().then(() => process.exit(0))));
process.on('disconnect', () => process.exit(0));
