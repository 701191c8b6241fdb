const width = 24;
const redrawMs = 100;

/** Something that takes a while, told to the one who waits for it. */
export interface Progress {
  /** How much is done, in whatever unit the total has. */
  to(done: number): void;
  end(): void;
}

/**
 * A progress bar on a terminal; elsewhere, such as in a log, a line at each tenth. The total may be
 * an estimate.
 */
export function createProgress(
  label: string,
  total: number,
  out: Pick<NodeJS.WriteStream, 'write' | 'isTTY'> = process.stderr,
): Progress {
  let drawnAt = 0;
  let tenth = -1;

  function draw(share: number): void {
    const full = Math.round(share * width);
    const bar = '█'.repeat(full) + '░'.repeat(width - full);
    out.write(`\r${label} ${bar} ${Math.floor(share * 100)} %`);
  }

  function log(share: number): void {
    const now = Math.floor(share * 10);
    if (now > tenth) out.write(`${label} ${now * 10} %\n`);
    tenth = Math.max(tenth, now);
  }

  return {
    to(done) {
      const share = total === 0 ? 1 : Math.min(1, done / total);
      if (!out.isTTY) log(share);
      else if (Date.now() - drawnAt >= redrawMs) {
        drawnAt = Date.now();
        draw(share);
      }
    },
    end() {
      if (!out.isTTY) return log(1);
      draw(1);
      out.write('\n');
    },
  };
}
