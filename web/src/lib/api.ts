import type { BodyOf, ParamsOf, Problem, QueryOf, ReplyOf, Route } from '@counterpart/contract';
import { memberHeader, problems } from '@counterpart/contract';
import { queryOptions } from '@tanstack/react-query';
import { buildHeader, noticeBuild } from './build.ts';
import { keptAnswer } from './kept/index.ts';
import { pageMember, tellAnotherMember } from './page-member.ts';
import { ApiProblem, isProblem, Unreachable } from './problem.ts';
import { tellSignedOut } from './signed-out.ts';

type Part<Name extends string, Value> = [Value] extends [undefined]
  ? { [Key in Name]?: undefined }
  : { [Key in Name]: Value };

/** What one operation needs, as its route in the contract says. */
export type InputOf<R extends Route> = Part<'params', ParamsOf<R>> &
  Part<'query', QueryOf<R>> &
  Part<'body', BodyOf<R>>;

type Loose = {
  params?: unknown;
  query?: unknown;
  body?: unknown;
};

export interface CallOptions {
  signal?: AbortSignal | undefined;
  /** Milliseconds until the call is given up. */
  deadline?: number;
  /** For whom it is; the member of the page unless said otherwise, null for whoever is signed in. */
  member?: number | null;
}

const usualDeadline = 15_000;

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(',');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Path and query string of a call; values that are undefined are left out. */
export function addressOf(route: Route, { params, query }: Loose): string {
  const named = new Map(Object.entries(params ?? {}));
  const path = route.path.replace(/:(\w+)/g, (_whole, name: string) =>
    encodeURIComponent(textOf(named.get(name))),
  );
  const search = new URLSearchParams(
    Object.entries(query ?? {})
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, textOf(value)]),
  ).toString();
  return search ? `${path}?${search}` : path;
}

function isKnown(value: unknown): value is Problem {
  return (
    typeof value === 'object' &&
    value !== null &&
    'code' in value &&
    typeof value.code === 'string' &&
    Object.hasOwn(problems, value.code)
  );
}

async function problemFrom(response: Response): Promise<ApiProblem> {
  const said: unknown = await response.json().catch(() => null);
  if (isKnown(said)) return new ApiProblem(said);
  // A proxy in between answers in its own words.
  const code = response.status >= 502 || response.status === 503 ? 'busy' : 'internal';
  return new ApiProblem({
    type: 'about:blank',
    title: response.statusText,
    status: response.status,
    code,
    requestId: response.headers.get('x-request-id') ?? '',
  });
}

async function send(route: Route, input: Loose, options: CallOptions): Promise<Response> {
  const limit = AbortSignal.timeout(options.deadline ?? usualDeadline);
  const signal = options.signal ? AbortSignal.any([options.signal, limit]) : limit;
  const { member = pageMember() } = options;
  const headers: Record<string, string> = { accept: 'application/json' };
  if (typeof member === 'number') headers[memberHeader] = String(member);
  if (input.body !== undefined) headers['content-type'] = 'application/json';
  try {
    return await fetch(addressOf(route, input), {
      method: route.method,
      headers,
      signal,
      ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
    });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new Unreachable(limit.aborted ? 'timeout' : 'offline', error);
  }
}

/**
 * Calls one operation of the contract. Throws `ApiProblem` when the server refuses and `Unreachable` when
 * no answer comes; an aborted `signal` throws what `fetch` throws.
 */
export async function call<R extends Route>(
  route: R,
  input: InputOf<R>,
  options: CallOptions = {},
): Promise<ReplyOf<R>> {
  const response = await send(route, input, options);
  noticeBuild(response.headers.get(buildHeader));
  if (!response.ok) {
    const problem = await problemFrom(response);
    if (isProblem(problem, 'signed-out')) tellSignedOut();
    if (isProblem(problem, 'another-member')) tellAnotherMember();
    throw problem;
  }
  const reply: unknown = response.status === 204 ? undefined : await response.json();
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the server sends only what the route says
  return reply as ReplyOf<R>;
}

/** The key under which an answer is kept: route first, so that all answers of a route can be dropped at once. */
export function keyOf<R extends Route>(route: R, input?: InputOf<R>) {
  const name = `${route.method} ${route.path}`;
  return input === undefined ? ([name] as const) : ([name, input] as const);
}

/** Asks, and without an answer takes what is kept on the device; the live connection brings it up to date. */
async function read<R extends Route>(
  route: R,
  input: InputOf<R>,
  signal: AbortSignal,
): Promise<ReplyOf<R>> {
  try {
    return await call(route, input, { signal });
  } catch (error) {
    const kept = error instanceof Unreachable && (await keptAnswer(keyOf(route, input)));
    if (!kept) throw error;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- kept under the key of this route
    return kept as ReplyOf<R>;
  }
}

/** One definition of a read, for loaders, prefetching and components. */
export function queryFor<R extends Route>(route: R, input: InputOf<R>) {
  return queryOptions({
    queryKey: keyOf(route, input),
    queryFn: ({ signal }): Promise<ReplyOf<R>> => read(route, input, signal),
  });
}

/** For each write, made when it is first tried and kept for its retries. */
export function clientKey(): string {
  return crypto.randomUUID();
}
