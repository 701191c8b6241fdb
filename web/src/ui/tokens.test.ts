import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const source = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const pairs = new Map(
  [...source.matchAll(/--([\w-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
);

function channel(value: number): number {
  const share = value / 255;
  return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    channel(Number.parseInt(hex.slice(at, at + 2), 16)),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function worst(front: string, grounds: string[]): number {
  const ratios = grounds.flatMap((ground) =>
    (['light', 'dark'] as const).map((scheme) => {
      const [text, behind] = [pairs.get(front), pairs.get(ground)];
      if (!text || !behind) throw new Error(`no colour ${front} or ${ground}`);
      return contrast(text[scheme], behind[scheme]);
    }),
  );
  return Math.min(...ratios);
}

const grounds = ['paper', 'raised', 'accent-soft', 'warm-soft', 'care-soft', 'danger-soft'];

describe('colours', () => {
  it.each(['ink', 'quiet', 'accent', 'accent-strong', 'warm', 'care', 'danger'])(
    'text in %s is readable on every ground',
    (front) => {
      expect(worst(front, grounds)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('the edges of controls can be seen', () => {
    expect(worst('edge', grounds)).toBeGreaterThanOrEqual(3);
  });

  it('the words on a filled button are readable, also under the pointer', () => {
    expect(worst('on-accent', ['accent', 'accent-strong'])).toBeGreaterThanOrEqual(4.5);
  });
});
