import { type Client, startClient } from './load.ts';
import { type Network, openNetwork, type Size, usual } from './network.ts';
import { type Product, type Reader, signInReaders, startProduct } from './product.ts';

/** A seeded network, the product that serves it, members who are signed in, and a client. */
export interface Scene {
  network: Network;
  product: Product;
  readers: Reader[];
  client: Client;
}

/** Sets the scene, measures, and takes everything down, also when measuring fails. */
export async function withScene<T>(
  { size = usual, readers = 32 }: { size?: Size; readers?: number },
  measure: (scene: Scene) => Promise<T>,
): Promise<T> {
  const network = await openNetwork(size);
  try {
    const product = await startProduct(network);
    const client = startClient();
    try {
      return await measure({
        network,
        product,
        client,
        readers: await signInReaders(product, readers),
      });
    } finally {
      await client.stop();
      await product.stop();
    }
  } finally {
    await network.stop();
  }
}
