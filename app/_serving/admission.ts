/** Which lane a request goes through: what it asks is weighed before anything of it runs. */
import type { Admit } from '#app/_answers/cache/answer-cache.ts';
import { weighBody, weighPage, weighWhole } from '#app/_answers/data/weighing.ts';
import { currentAsking, type AskingScope } from '#app/_data/asking.ts';
import { siteData } from '#app/_data/data.ts';
import { isDatabaseAway } from '#app/_data/health.ts';
import { dropReader } from '#app/_data/pool.ts';
import { HEAVY } from '#app/_data/weight.ts';
import { HeavyThread } from './threads/heavy.ts';
import { Lane } from './lane.ts';

/**
 * Work that goes on for so long may wait for a database that does not answer. No statement takes so long, but work of
 * many statements may, such as the checksums of a large release.
 */
const HUNG_MS = 15_000;

/**
 * Measured on two cores. A page is mostly the renderer's work, which holds the one thread that everybody is heard in:
 * one page at a time, and a rest after each while others wait, or data and health would wait for all of them.
 */
const LANES = {
  data: {
    light: { running: 6, waiting: 200, perAsker: 120, usually: 15 },
    heavy: { running: 1, waiting: 6, perAsker: 3, usually: 2_000 },
  },
  page: {
    light: { running: 1, waiting: 60, perAsker: 40, usually: 80, rest: 0.5 },
    heavy: { running: 1, waiting: 4, perAsker: 2, usually: 800, rest: 0.5 },
  },
} as const;

/** The gates of one server. */
export interface Admission extends Admit {
  /** Renders a page when there is room for it. @throws NotNow */
  page<T>(url: string, render: () => Promise<T>): Promise<T>;
  /** For those who watch: what each lane holds, and how much it has made. */
  loads(): readonly LaneLoad[];
  close(): Promise<void>;
}

/** What goes through a lane. */
export interface LaneLoad {
  readonly kind: 'data' | 'page';
  readonly lane: 'light' | 'heavy';
  readonly running: number;
  readonly waiting: number;
  readonly made: number;
}

/** Opens the gates. `hungMs` is for tests. */
export function openAdmission(hungMs = HUNG_MS): Admission {
  const lanes = {
    data: { light: new Lane(LANES.data.light), heavy: new Lane(LANES.data.heavy) },
    page: { light: new Lane(LANES.page.light), heavy: new Lane(LANES.page.heavy) },
  };

  async function through<T>(
    kind: 'data' | 'page',
    weigh: Promise<number>,
    work: (heavy: boolean) => Promise<T>,
  ): Promise<T> {
    const asking = currentAsking();
    if (!asking) return work(false);
    asking.heavy = (await weigh.catch(() => 0)) >= HEAVY;
    const lane = lanes[kind][asking.heavy ? 'heavy' : 'light'];
    return lane.through(asking, () => unlessHung(asking, hungMs, () => work(asking.heavy)));
  }

  const thread = new HeavyThread();

  return {
    whole: (request, make) => {
      const weigh = weighWhole(request, siteData);
      if (weigh === null) return make();
      return through('data', weigh, async (heavy) => (heavy && (await thread.answer(request))) || make());
    },
    body: (request, { weigh, makeBody }) =>
      through('data', weigh?.() ?? weighBody(request, siteData), async (heavy) => {
        const answer = heavy ? await thread.answer(request) : null;
        return answer ? answer.body : makeBody();
      }),
    page: (url, render) => {
      const weigh = weighPage(url, siteData);
      return weigh === null ? render() : through('page', weigh, render);
    },
    loads: () =>
      (['data', 'page'] as const).flatMap((kind) =>
        (['light', 'heavy'] as const).map((lane) => ({
          kind,
          lane,
          made: lanes[kind][lane].total,
          ...lanes[kind][lane].load,
        })),
      ),
    close: () => thread.close(),
  };
}

/** Hangs up on a database that does not answer while this work waits for it; the other work of its lane goes on. */
async function unlessHung<T>({ heavy }: AskingScope, ms: number, work: () => Promise<T>): Promise<T> {
  const look = async (): Promise<void> => {
    if (isDatabaseAway(await siteData.checkHealth())) void dropReader(heavy ? 'heavy' : 'light');
    clock.refresh();
  };
  const clock = setTimeout(() => void look(), ms);
  try {
    return await work();
  } finally {
    clearTimeout(clock);
  }
}
