import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { beforeEach, expect, it } from 'vitest';
import { ApiProblem, Unreachable } from './problem.ts';
import { askUnansweredLater } from './unanswered.ts';

let client: QueryClient;
let waiting: { run: () => void; afterMs: number | undefined }[];
let answers: (() => string)[];
let asked: number;

const settle = () => new Promise((resolve) => setTimeout(resolve));

function noAnswer(): string {
  throw new Unreachable('offline', undefined);
}

/** Shows an answer on a page; gives what is shown. */
function show(key: string) {
  const observer = new QueryObserver(client, {
    queryKey: [key],
    queryFn() {
      asked += 1;
      return (answers.shift() ?? noAnswer)();
    },
  });
  const stop = observer.subscribe(() => undefined);
  return { stop, data: () => observer.getCurrentResult().data };
}

async function reach(): Promise<number | undefined> {
  const [next] = waiting.splice(0);
  next?.run();
  await settle();
  return next?.afterMs;
}

beforeEach(() => {
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  [waiting, answers, asked] = [[], [], 0];
  askUnansweredLater(client, (run, afterMs) => {
    waiting.push({ run, afterMs });
    return { now: () => undefined, stop: () => undefined };
  });
});

it('asks again for all that is shown and was not answered, once somebody answers', async () => {
  const [one, other] = [show('one'), show('other')];
  await settle();
  expect(waiting).toHaveLength(1);
  answers = [() => 'first', () => 'second'];
  await reach();
  expect([one.data(), other.data(), waiting]).toEqual(['first', 'second', []]);
});

it('asks ever later where the server can be reached and gives no answer, and anew after one', async () => {
  const { data } = show('one');
  await settle();
  const pauses = [await reach(), await reach(), await reach()];
  answers = [() => 'late'];
  pauses.push(await reach());
  expect([pauses, data(), waiting]).toEqual([[2_000, 4_000, 8_000, 16_000], 'late', []]);
  await client.refetchQueries();
  expect(waiting.map(({ afterMs }) => afterMs)).toEqual([2_000]);
});

it('leaves alone what was refused, and what nobody looks at any more', async () => {
  answers = [
    () => {
      const problem = {
        type: '',
        title: '',
        status: 404,
        code: 'not-found',
        requestId: '',
      } as const;
      throw new ApiProblem(problem);
    },
  ];
  show('refused');
  await settle();
  expect(waiting).toEqual([]);
  const { stop } = show('left');
  await settle();
  stop();
  await reach();
  expect([asked, waiting]).toEqual([2, []]);
});
