import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { content, createServer, openPage } from './keeper.testing.ts';

type Step = { page: 0 | 1 } & (
  | { do: 'type' | 'empty' | 'pause' | 'reload' | 'lose' | 'mine' | 'theirs' }
  | { do: 'line'; isWhole: boolean }
);

const step: fc.Arbitrary<Step> = fc
  .tuple(
    fc.constantFrom<0 | 1>(0, 1),
    fc.oneof(
      fc.constantFrom<Step>(
        ...(['type', 'empty', 'pause', 'reload', 'lose', 'mine', 'theirs'] as const).map(
          (name): Step => ({ page: 0, do: name }),
        ),
      ),
      fc.boolean().map((isWhole): Step => ({ page: 0, do: 'line', isWhole })),
    ),
  )
  .map(([page, one]) => ({ ...one, page }));

/** Two pages on one place; which texts each of them has had in sight. */
function createScene() {
  const server = createServer();
  const pages = [openPage(server), openPage(server)];
  const sights = [new Set<string>(), new Set<string>()];
  const unseen: string[] = [];
  let typed = 0;
  let acting = 0;

  /** Whatever page acts, it replaces only what its writer has seen there. */
  function look(): void {
    const was = server.stored?.content.body;
    if (was !== undefined && !sights[acting]?.has(was)) unseen.push(was);
  }
  const { put, drop } = server;
  server.put = (body) => {
    look();
    return put(body);
  };
  server.drop = () => {
    look();
    drop();
  };

  async function run(one: Step): Promise<void> {
    acting = one.page;
    const page = pages[one.page];
    if (!page) return;
    const see = (body: string | undefined) => body !== undefined && sights[one.page]?.add(body);
    if (one.do === 'line') server.isReachable = one.isWhole;
    else if (one.do === 'lose') server.lost = 1;
    else if (one.do === 'empty') page.keeper.change(null);
    else if (one.do === 'mine' && page.clash) page.keeper.keepMine();
    else if (one.do === 'theirs' && page.clash) page.keeper.takeOther();
    else if (one.do === 'type') {
      const body = `text ${(typed += 1)} of page ${one.page}`;
      see(body);
      page.keeper.change(content(body));
    } else if (one.do === 'reload') {
      pages[one.page] = openPage(server, page.here ?? undefined);
      if (!page.here && server.stored && server.isReachable) {
        pages[one.page]?.keeper.found(server.stored);
        see(server.stored.content.body);
      }
    }
    const now = pages[one.page];
    if (one.do === 'pause') void now?.keeper.flush();
    await now?.pause();
    see(now?.clash?.stored?.content.body);
  }

  return { server, pages, unseen, run };
}

it('no page replaces or throws away a text that its writer has not seen there, and each keeps its own', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const { server, pages, unseen, run } = createScene();
      for (const one of steps) await run(one);
      expect(unseen).toEqual([]);
      server.isReachable = true;
      server.lost = 0;
      for (const page of [0, 1] as const) await run({ page, do: 'pause' });
      for (const { keeper, here, clash } of pages) {
        const text = keeper.content()?.body;
        const kept = here?.content?.body ?? server.stored?.content.body;
        // Saved, or here beside what stands in its way. Who has not looked since has seen it saved.
        if (text !== undefined && (clash || here)) expect(kept).toBe(text);
      }
    }),
    { numRuns: 300 },
  );
});
