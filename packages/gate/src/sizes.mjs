// How long files may be; functions are held by the linter.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listSources, root } from './sources.mjs';

const MOST = 350;
/** Written by a program, or words rather than code. */
const EXCEPT = /\.generated\.|^db\/migrations\/|\/messages\/|^server\/src\/demo\/(threads|cast)\//;

/**
 * Measures every source file.
 * @returns {{ tooLong: string[], summary: string }}
 */
export function measure(base = root) {
  const files = listSources(['.ts', '.tsx', '.css', '.mjs'], base)
    .filter((file) => !EXCEPT.test(file))
    .map((file) => ({ file, lines: countLines(readFileSync(join(base, file), 'utf8')) }));
  return judgeSizes(files);
}

/** @param {{ file: string, lines: number }[]} files */
export function judgeSizes(files) {
  const lengths = files.map(({ lines }) => lines).toSorted((a, b) => a - b);
  const at = (share) => lengths[Math.floor((lengths.length - 1) * share)] ?? 0;
  return {
    tooLong: files
      .filter(({ lines }) => lines > MOST)
      .map(
        ({ file, lines }) =>
          `${file} has ${lines} lines; ${MOST} are the most. Split it by subject.`,
      ),
    summary: `${files.length} files, median ${at(0.5)} lines, 90 % within ${at(0.9)}, longest ${at(1)}`,
  };
}

function countLines(text) {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}
