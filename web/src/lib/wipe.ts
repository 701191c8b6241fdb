async function dropDatabases(): Promise<void> {
  for (const { name } of await indexedDB.databases()) {
    if (name) indexedDB.deleteDatabase(name);
  }
}

async function dropCaches(): Promise<void> {
  if (!('caches' in window)) return;
  await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
}

/** Removes all that this network has kept on the device, except the choice of language and theme. */
export async function wipeDevice(): Promise<void> {
  localStorage.clear();
  sessionStorage.clear();
  await Promise.allSettled([dropDatabases(), dropCaches()]);
}
