function dropDatabase(name: string): Promise<void> {
  return new Promise((resolve) => {
    const asked = indexedDB.deleteDatabase(name);
    // One that another page holds open goes as soon as that page lets go of it.
    for (const end of ['success', 'error', 'blocked'])
      asked.addEventListener(end, () => resolve(), { once: true });
  });
}

async function dropDatabases(): Promise<void> {
  const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
  await Promise.all(names.map(dropDatabase));
}

/** Removes all that was written or read on this device, except the choice of language and theme. */
export async function wipeTexts(): Promise<void> {
  localStorage.clear();
  sessionStorage.clear();
  await dropDatabases().catch(() => undefined);
}

/** Removes the files of the pages themselves, without which none opens while there is no line. */
export async function wipeCaches(): Promise<void> {
  if (!('caches' in window)) return;
  const names = await caches.keys().catch(() => []);
  await Promise.allSettled(names.map((name) => caches.delete(name)));
}
