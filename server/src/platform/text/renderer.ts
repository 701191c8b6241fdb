import type { Worker } from 'node:worker_threads';
import { type RenderedPost, renderPlainPost, renderPost, warmUp } from '@counterpart/text/render';
import { createPool } from './pool.ts';
import { startTextWorker } from './start-worker.ts';

export interface RenderedText extends RenderedPost {
  /** The text could not be rendered in time and is shown as plain paragraphs. */
  plain: boolean;
}

export interface TextRenderer {
  /** A body as safe html and its mentions. Always answers, never loses text. */
  render: (source: string) => Promise<RenderedText>;
  close: () => Promise<void>;
}

export interface TextRendererOptions {
  /** How long a worker may take over one text, in milliseconds. */
  deadlineMs?: number;
  /** How long a text may wait for a worker, in milliseconds. */
  patienceMs?: number;
  /**
   * Texts of fewer bytes are rendered in place. The worst known text of 4 kB takes 25 ms in place; the
   * event loop may be held for 50 ms.
   */
  inlineBelow?: number;
  startWorker?: () => Worker;
}

const POOL_SIZE = 2;

function renderHere(source: string): RenderedPost | null {
  try {
    return renderPost(source);
  } catch {
    return null;
  }
}

/** Renders bodies without holding the event loop: short ones in place, others in worker threads. */
export function createTextRenderer({
  deadlineMs = 500,
  patienceMs = 5000,
  inlineBelow = 4096,
  startWorker = startTextWorker,
}: TextRendererOptions = {}): TextRenderer {
  warmUp();
  const pool = createPool({ size: POOL_SIZE, deadlineMs, patienceMs, startWorker });
  return {
    render: async (source) => {
      const short = Buffer.byteLength(source) < inlineBelow;
      const rendered = short ? renderHere(source) : await pool.run(source);
      if (rendered) return { ...rendered, plain: false };
      return { ...renderPlainPost(source), plain: true };
    },
    close: () => pool.close(),
  };
}
