// Leaving a device: what lies on it goes at once, and the sign-in ends when the server can be reached.
import { accountRoutes } from '@counterpart/contract';
import { call } from './api.ts';
import { leftBy, noteLeft } from './left.ts';
import { outbox } from './outbox/index.ts';
import { tellPages } from './page-member.ts';
import { isProblem } from './problem.ts';
import { meanToSignOut } from './signed-out.ts';
import { whenReachable } from './when-reachable.ts';
import { wipeCaches, wipeTexts } from './wipe.ts';

/** Whoever leaves does not wait longer. */
const deadline = 5_000;
/** A server that has just refused is asked again after so long. */
const againMs = 5_000;

/** False while it cannot be ended. */
async function endSignIn(): Promise<boolean> {
  const member = leftBy();
  if (member === undefined) return true;
  try {
    await call(accountRoutes.signOut, {}, { member, deadline });
    // Also what other pages have kept since.
    await wipeTexts();
    await wipeCaches();
  } catch (error) {
    // Whoever has signed in since has ended it by that.
    if (!isProblem(error, 'another-member')) return false;
  }
  noteLeft(undefined);
  return true;
}

/** Removes what lies here and sends nothing more; false when the sign-in could not be ended yet. */
export async function leaveDevice(member: number): Promise<boolean> {
  meanToSignOut(true);
  await outbox.open(undefined).catch(() => undefined);
  await wipeTexts();
  noteLeft(member);
  const isEnded = await endSignIn();
  tellPages(null);
  return isEnded;
}

/** Ends the sign-in of whoever has left, as soon as that is possible. Gives a way to stop. */
export function endWhenReachable(ended: () => void): () => void {
  let isStopped = false;
  let waiting = whenReachable(() => void end());

  async function end(): Promise<void> {
    if (await endSignIn()) return ended();
    if (!isStopped) waiting = whenReachable(() => void end(), againMs);
  }

  return () => {
    isStopped = true;
    waiting.stop();
  };
}
